package import RungSource
internal import RungReading

/// A message of JSON-RPC 2.0.
package enum RPCMessage: Sendable {
  /// Has to be answered, under its id.
  case request(id: Node, method: String, params: Node?)
  /// Is never answered.
  case notification(method: String, params: Node?)
  /// The answer to a request of ours.
  case response(id: Node)
  /// No message. The id is null where it is not known.
  case invalid(id: Node, RPCError)

  /// Reads one message.
  package init(_ bytes: [UInt8]) {
    switch Self.node(bytes).flatMapError({ error in Self.withoutHalves(bytes).map(Self.node) ?? .failure(error) }) {
    case .success(let node): self.init(node)
    case .failure(let error): self = .invalid(id: .null(at: .nowhere), error)
    }
  }

  /// The JSON with U+FFFD for each half of a surrogate pair that stands alone: editors have such texts, and JSON's grammar allows them. Nil where
  /// there is none.
  private static func withoutHalves(_ bytes: [UInt8]) -> [UInt8]? {
    func code(_ index: Int) -> UInt32? {
      guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else { return nil }
      return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
    var (result, index, isChanged) = (bytes, 0, false)
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard let own = code(index), own & 0xF800 == 0xD800 else {
        index += 2
        continue
      }
      if own < 0xDC00, let next = code(index + 6), next & 0xFC00 == 0xDC00 {
        index += 12
        continue
      }
      result.replaceSubrange((index + 2)..<(index + 6), with: "fffd".utf8)
      (index, isChanged) = (index + 6, true)
    }
    return isChanged ? result : nil
  }

  /// The JSON of one message, or of a list of messages.
  package static func node(_ bytes: [UInt8]) -> Result<Node, RPCError> {
    var report = Report()
    let file = SourceFile(name: "message", bytes: bytes)
    guard let node = Reader.read(file, id: FileID(index: 0), format: .json, into: &report).first, !report.hasErrors else {
      let fault = report.diagnostics.first { $0.severity == .error }
      return .failure(.parse("the message is no JSON\(fault.map { ": at byte \($0.span.lower), \($0.message)" } ?? "")"))
    }
    return .success(node)
  }

  /// What one message is.
  package init(_ node: Node) {
    let null = Node.null(at: .nowhere)
    guard case .map = node.content else {
      self = .invalid(id: null, .invalidRequest("a message must be an object, not \(node.kindName)"))
      return
    }
    var id: Node?
    if let written = node["id"] {
      guard written.scalar.map({ $0.type == .string || $0.type == .integer }) == true else {
        self = .invalid(id: null, .invalidRequest("`id` must be a string or an integer"))
        return
      }
      id = written
    }
    guard node["jsonrpc"]?.scalar?.text == "2.0" else {
      self = .invalid(id: id ?? null, .invalidRequest("`jsonrpc` must be \"2.0\""))
      return
    }
    if let method = node["method"] {
      guard let name = method.scalar, name.type == .string else {
        self = .invalid(id: id ?? null, .invalidRequest("`method` must be a string"))
        return
      }
      let params = node["params"].flatMap { $0.isNull ? nil : $0 }
      self = id.map { .request(id: $0, method: name.text, params: params) } ?? .notification(method: name.text, params: params)
    } else if let id, node.has("result") || node.has("error") {
      self = .response(id: id)
    } else {
      self = .invalid(id: id ?? null, .invalidRequest("the message has no `method`"))
    }
  }

  /// Whether it is the request with an id.
  func isRequest(_ id: Node) -> Bool {
    guard case .request(let own, _, _) = self else { return false }
    return own.scalar == id.scalar
  }

  // MARK: Writing

  /// The text of an answer whose result has been written.
  ///
  /// - Parameter json: in one line.
  static func answer(to id: Node, json: String) -> String { "{\"jsonrpc\":\"2.0\",\"id\":\(JSONWriter.shown(id, indent: 0)),\"result\":\(json)}" }

  /// JSON in one line: a line break of JSON stands between its tokens only, and so do the blanks behind it.
  static func line(_ json: String) -> String {
    var (bytes, isBehindBreak) = ([UInt8](), false)
    bytes.reserveCapacity(json.utf8.count)
    for byte in json.utf8 {
      isBehindBreak = byte == 0x0A || isBehindBreak && byte == 0x20
      if !isBehindBreak { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of an answer.
  package static func answer(to id: Node, _ result: Result<Node, RPCError>) -> String {
    switch result {
    case .success(let result): written([("id", id), ("result", result)])
    case .failure(let error):
      written([("id", id), ("error", .map([("code", .integer(error.code, at: .nowhere)), ("message", .string(error.message, at: .nowhere))], at: .nowhere))])
    }
  }

  /// The text of a notification; of a request where it has an id.
  package static func message(_ method: String, id: String? = nil, _ params: Node) -> String {
    written((id.map { [("id", .string($0, at: .nowhere))] } ?? []) + [("method", .string(method, at: .nowhere)), ("params", params)])
  }

  private static func written(_ members: [(String, Node)]) -> String {
    JSONWriter.shown(.map([("jsonrpc", .string("2.0", at: .nowhere))] + members, at: .nowhere), indent: 0)
  }
}
