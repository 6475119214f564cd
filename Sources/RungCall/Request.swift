package import RungSource
internal import Rung
internal import RungProviders
internal import RungReading
internal import RungSpec

/// A request that was read: an operation, and an object with what it takes.
package struct Request {
  private let node: Node
  /// Nil where it is a member.
  private let name: String?
  private let host: (any CallHost)?

  /// - Parameters:
  ///   - operation: its name.
  ///   - members: an object.
  ///   - host: what reads files.
  package init(_ operation: String, _ members: Node, _ host: any CallHost) { (name, node, self.host) = (operation, members, host) }

  /// An object with `operation`, and what that takes.
  ///
  /// - Throws: ``RequestFault`` for what is no JSON object.
  package init(_ bytes: [UInt8]) throws(RequestFault) {
    let node: Node
    do throws(MessageFault) { node = try Reader.message(bytes) } catch {
      throw RequestFault(message: "the request cannot be read at byte \(error.offset): \(error.message)")
    }
    guard case .map = node.content else { throw RequestFault(message: "the request is not an object") }
    (self.node, name, host) = (node, nil, nil)
  }

  // MARK: Members

  func operation() throws -> String { try name ?? text("operation") }

  /// As parts of a run are read.
  var request: PartNode { PartNode(node) }

  /// A name that nobody reads would change what is asked for unnoticed.
  ///
  /// - Parameter what: takes these members, and no others.
  func refuseMembers(besides names: [String], of what: String) throws {
    let names = host == nil ? names.filter { $0 != "paths" } : names
    try Self.refuseMembers(of: node, besides: (name == nil ? ["operation"] : []) + names, what)
  }

  private static func refuseMembers(of node: Node, besides names: [String], _ what: String) throws {
    guard case .map(let entries) = node.content else { return }
    for entry in entries where !names.contains(entry.key.value) {
      throw RequestFault(message: "\(what) has no member `\(entry.key.value)`; members: \(names.joined(separator: ", "))")
    }
    for (one, other) in [("input", "inputs"), ("input", "paths"), ("inputs", "paths"), ("paths", "files"), ("text", "base64")] where optional(node, one) != nil && optional(node, other) != nil {
      throw RequestFault(message: "\(what) has `\(one)` and `\(other)`; remove one of them")
    }
  }

  func member(_ name: String) throws -> Node {
    guard let member = node[name] else { throw RequestFault(message: "`\(name)` is not set") }
    return member
  }

  func text(_ name: String) throws -> String { try Self.text(member(name), name) }

  func optionalText(_ name: String) throws -> String? { try optional(name).map { try Self.text($0, name) } }

  func optionalNumber(_ name: String) throws -> Int? {
    try optional(name).map { node in
      guard let scalar = node.scalar, scalar.type == .integer, let number = Int(scalar.text) else { throw RequestFault(message: "`\(name)` is not an integer") }
      return number
    }
  }

  func optionalFlag(_ name: String) throws -> Bool? {
    try optional(name).map { node in
      guard case .bool(let flag)? = node.scalar?.type else { throw RequestFault(message: "`\(name)` is not true or false") }
      return flag
    }
  }

  /// One of a few words; nil where none is set.
  func choice<Value: CaseIterable & RawRepresentable<String>>(_ name: String) throws -> Value? {
    try optionalText(name).map { word in
      guard let value = Value(rawValue: word) else {
        throw RequestFault(message: "`\(name)` is `\(word)`; expected \(oneOf(Value.allCases.map(\.rawValue)))")
      }
      return value
    }
  }

  /// - Throws: ``RequestFault`` for an id that the operation has no target for: a misspelling is not in the texts, so no finding says so.
  func targets() throws -> [TargetID]? {
    let known = Self.targets(of: try operation())
    return try texts("targets")?.map { id in
      guard known.contains(id) else {
        let hint = Similarity.nearest(to: id, among: known).question ?? "there are \(known.joined(separator: ", "))"
        throw RequestFault(message: Targets.ids.contains(id) ? "`\(id)` is an encoder, and no provider; \(hint)" : "there is no \(known == Targets.ids ? "target" : "provider") `\(id)`; \(hint)")
      }
      return TargetID(rawValue: id)
    }
  }

  func packs() throws -> [RulePack] {
    try (texts("packs") ?? []).map { name in
      guard let pack = RulePack(rawValue: name) else {
        throw RequestFault(message: "there is no rule pack `\(name)`; there are \(RulePack.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return pack
    }
  }

  // MARK: Texts

  /// The specs to work on.
  ///
  /// - Parameter orNone: whether there may be none: another part has some.
  func specTexts(orNone: Bool = false) throws -> CallTexts {
    if let named = try paths() { return try named.host.specs(at: named.paths) }
    let files = try loader()
    return CallTexts(try inputs(orNone: orNone).map { input in
      guard let host else { return (input, files ?? Self.noFiles) }
      let settled = try host.settled(input)
      // What is handed over counts in place of files.
      return (settled.input, Loader { path, from in
        if let files, case .file(let file) = files.load(path, from: from) { return .file(file) }
        let answer = settled.loader.load(path, from: from)
        return if case .refused(let reason, nil) = answer { .refused(reason, help: Self.handOver) } else { answer }
      })
    })
  }

  /// The bodies to work on.
  func bodies(of request: RequestName) throws -> CallTexts {
    if let named = try paths() { return try named.host.bodies(at: named.paths, of: request) }
    return CallTexts(try inputs().map { input in try host?.settled(input) ?? (input, .none) })
  }

  /// The same, where together they are one stream: every one has to be readable.
  func wholeBodies(of request: RequestName) throws -> [SourceInput] {
    let texts = try bodies(of: request)
    if let (path, reason) = texts.unreadable.first { throw RequestFault(message: "\(path) \(reason)") }
    return texts.texts.map(\.input)
  }

  private func paths() throws -> (paths: [String], host: any CallHost)? {
    guard let host, let paths = try texts("paths") else { return nil }
    guard !paths.isEmpty else { throw RequestFault(message: "`paths` is empty: there is nothing to check") }
    return (paths, host)
  }

  /// The texts to work on: `inputs`, or the one `input`.
  ///
  /// - Parameter orNone: whether there may be none: another part has some.
  private func inputs(orNone: Bool = false) throws -> [SourceInput] {
    if let input = optional("input") { return [try self.input(input, "input")] }
    guard node["inputs"] != nil || host == nil else { throw RequestFault(message: "no text is given; set `paths` to files or directories, or `inputs` to texts") }
    guard case .list(let items) = try member("inputs").content else { throw RequestFault(message: "`inputs` is not a list") }
    guard orNone || !items.isEmpty else { throw RequestFault(message: "`inputs` is empty: there is nothing to check") }
    return try items.enumerated().map { try input($1, "inputs[\($0)]") }
  }

  /// `{"name": …, "text": …}`; `base64` in place of `text` for bytes that are not UTF-8.
  ///
  /// - Parameter file: what it is called; nil where the input says that itself.
  func input(_ node: Node, _ name: String, called file: String? = nil) throws -> SourceInput {
    try Self.refuseMembers(of: node, besides: (file == nil ? ["name"] : []) + ["text", "base64"], "`\(name)`")
    let file = try file ?? Self.optional(node, "name").map { try Self.text($0, "\(name).name") } ?? CallTexts.unnamed
    if let encoded = Self.optional(node, "base64") {
      guard let bytes = Self.decoded(try Self.text(encoded, "\(name).base64")) else { throw RequestFault(message: "`\(name).base64` is not base64") }
      return SourceInput(name: file, bytes: bytes)
    }
    guard let text = node["text"] else { throw RequestFault(message: "`\(name).text` is not set") }
    return SourceInput(name: file, text: try Self.text(text, "\(name).text"))
  }

  /// Finds files for `extends` in `files`, an object of name to text, or to an input without a name: beside the file that names them.
  ///
  /// - Returns: nil where there are none.
  private func loader() throws -> Loader? {
    guard let files = optional("files") else { return nil }
    var texts: [String: SourceInput] = [:]
    guard case .map(let entries) = files.content else { throw RequestFault(message: "`files` is not an object") }
    for entry in entries {
      let name = Self.tidy(entry.key.value)
      if case .map = entry.value.content {
        texts[name] = try input(entry.value, "files.\(entry.key.value)", called: name)
      } else {
        texts[name] = SourceInput(name: name, text: try Self.text(entry.value, "files.\(entry.key.value)"))
      }
    }
    let known = texts
    return Loader { path, from in
      let folder = from.lastIndex(of: "/").map { String(from[...$0]) } ?? ""
      let name = Self.tidy(path.hasPrefix("/") ? path : folder + path)
      return known[name].map { .file($0) } ?? Self.absent
    }
  }

  private static let noFiles = Loader { _, _ in absent }
  private static let absent = Loader.Answer.refused("is not among `files`", help: handOver)
  private static let handOver = "set its text in `files`, under this path"

  /// ``loader()`` for texts that no host has to do with.
  func ownLoader() throws -> Loader { try loader() ?? Self.noFiles }

  private func texts(_ name: String) throws -> [String]? {
    guard let list = optional(name) else { return nil }
    guard case .list(let items) = list.content else { throw RequestFault(message: "`\(name)` is not a list") }
    return try items.enumerated().map { try Self.text($1, "\(name)[\($0)]") }
  }

  /// Nil for null as well.
  private func optional(_ name: String) -> Node? { Self.optional(node, name) }

  private static func optional(_ node: Node, _ name: String) -> Node? {
    guard let member = node[name] else { return nil }
    if case .scalar(let scalar) = member.content, scalar.type == .null { return nil }
    return member
  }

  private static func text(_ node: Node, _ name: String) throws -> String {
    guard case .scalar(let scalar) = node.content, scalar.type == .string else { throw RequestFault(message: "`\(name)` is not a string") }
    return scalar.text
  }

  /// A path without `.` and `..`.
  private static func tidy(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Nil for what is not base64 with padding.
  private static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count, padding) = (UInt32(0), 0, 0)
    for byte in text.utf8 {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0xFFFFFF
      count += 1
      if count % 4 != 1 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32([0, 0, 4, 2][count % 4]))) }
    }
    return (count + padding) % 4 == 0 && padding <= 2 ? bytes : nil
  }
}
