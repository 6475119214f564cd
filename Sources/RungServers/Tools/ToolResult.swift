internal import RungOutput
internal import RungReading
internal import RungSource

/// What a tool gives, as its schema.
enum ToolResult {
  /// Null: everything is in `findings`.
  case none
  /// Bodies of a provider.
  case any
  case plan, rules, design

  /// The schema of a response: the published ones, put together.
  ///
  /// - Parameter hasFindings: whether there is a document of `diagnostics.v1`.
  func schema(hasFindings: Bool) -> Node {
    var definitions: [(String, Node)] = []
    func published(_ text: String) -> Node {
      let (schema, own) = Self.parts(of: text)
      for (name, definition) in own where !definitions.contains(where: { $0.0 == name }) { definitions.append((name, definition)) }
      return schema
    }
    func nullable(_ schema: Node) -> Node { .object([("anyOf", .array([schema, .object([("type", .text("null"))])]))]) }
    let result: Node =
      switch self {
      case .none: .object([("type", .text("null"))])
      case .any: .object([("description", .text("What the command prints: bodies of requests, or settings of an encoder. Null where it prints nothing."))])
      case .plan: nullable(published(PlanJSON.schemaText))
      case .rules: published(RulesJSON.schemaText)
      case .design: published(DesignJSON.schemaText)
      }
    let findings = hasFindings ? published(DiagnosticsJSON.schemaText) : nil
    return .object([
      ("type", .text("object")),
      ("properties", .object([("version", .object([("const", .number(1))])), ("findings", findings), ("result", result)])),
      ("required", .array((["version"] + (hasFindings ? ["findings"] : []) + ["result"]).map { .text($0) })), ("additionalProperties", .flag(false)),
      ("$defs", definitions.isEmpty ? nil : .object(definitions.map { ($0.0, $0.1) })),
    ])
  }

  /// A published schema without what only a whole document has, and its definitions.
  private static func parts(of text: String) -> (schema: Node, definitions: [(String, Node)]) {
    guard let node = try? Reader.message(Array(text.utf8)), case .map(let entries) = node.content else { return (.object([]), []) }
    var definitions: [(String, Node)] = []
    if case .map(let own)? = node["$defs"]?.content { definitions = own.map { ($0.key.value, $0.value) } }
    let whole: Set = ["$schema", "$id", "$defs"]
    return (.object(entries.filter { !whole.contains($0.key.value) }.map { ($0.key.value, $0.value) }), definitions)
  }
}
