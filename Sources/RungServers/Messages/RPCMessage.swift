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
    switch Self.node(bytes, takesHalves: true) {
    case .success(let node): self.init(node)
    case .failure(let error): self = .invalid(id: .null(at: .nowhere), error)
    }
  }

  /// The JSON of one message, or of a list of messages.
  ///
  /// - Parameter takesHalves: whether half of a pair of surrogates is U+FFFD; else it is an error.
  package static func node(_ bytes: [UInt8], takesHalves: Bool = false) -> Result<Node, RPCError> {
    do throws(MessageFault) {
      return .success(try Reader.message(bytes, takesHalves: takesHalves))
    } catch {
      return .failure(.parse("the message is no JSON: at byte \(error.offset), \(error.message)"))
    }
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
      guard let scalar = written.scalar, [.string, .integer, .decimal].contains(scalar.type) else {
        self = .invalid(id: null, .invalidRequest("`id` must be a string or a number"))
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
  static func answer(to id: Node, json: String) -> String { answer(to: id, "result", json) }

  private static func answer(to id: Node, _ member: String, _ json: String) -> String {
    // A number as it was written: clients compare it.
    let id = id.scalar.flatMap { [.integer, .decimal].contains($0.type) ? $0.text : nil } ?? JSONWriter.shown(id, indent: 0)
    return "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"\(member)\":\(json)}"
  }

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
    case .success(let result): answer(to: id, "result", JSONWriter.shown(result, indent: 0))
    case .failure(let error):
      answer(
        to: id, "error",
        JSONWriter.shown(.map([("code", .integer(error.code, at: .nowhere)), ("message", .string(error.message, at: .nowhere))], at: .nowhere), indent: 0))
    }
  }

  /// The text of a notification; of a request where it has an id.
  package static func message(_ method: String, id: String? = nil, _ params: Node) -> String {
    let members: [(String, Node)] = (id.map { [("id", .string($0, at: .nowhere))] } ?? []) + [("method", .string(method, at: .nowhere)), ("params", params)]
    return JSONWriter.shown(.map([("jsonrpc", .string("2.0", at: .nowhere))] + members, at: .nowhere), indent: 0)
  }
}
