internal import RungSource

/// A version of the Model Context Protocol.
enum ToolProtocol: String, CaseIterable {
  case first = "2024-11-05"
  /// The only one with lists of messages.
  case batching = "2025-03-26"
  case structured = "2025-06-18"
  case newest = "2025-11-25"

  /// The version that a client asks for, or the newest.
  init(asked: String?) { self = asked.flatMap(Self.init) ?? .newest }

  /// The result of `initialize`.
  func greeting(_ version: String) -> Node {
    .object([
      ("protocolVersion", .text(rawValue)),
      ("capabilities", .object([("tools", .object([("listChanged", .flag(false))]))])),
      ("serverInfo", .object([("name", .text("rung")), ("title", .text("Rung")), ("version", .text(version))])),
      ("instructions", .text("""
        Rung checks live-stream specs (YAML or JSON with the key `rung: 1`) against the rules of streaming providers, and compiles them to request bodies. \
        Nothing is sent, and no file is written. A finding has its place, what is allowed, and often an edit in `fixes`. Secrets are references such as \
        ${env:NAME}; they are never resolved.
        """)),
    ])
  }
}
