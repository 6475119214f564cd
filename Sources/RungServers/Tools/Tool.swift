internal import RungCall
internal import RungSource

/// An operation of Rung as a model may call it.
struct Tool {
  /// Of the operation.
  let name: String
  let title: String
  /// What it does, for who chooses a tool.
  let summary: String
  /// Names of ``ToolMember``, those that are required first.
  let members: [String]
  let required: Int
  /// Of its `result`.
  let result: ToolResult

  private init(_ name: String, _ title: String, _ summary: String, _ members: [String], required: Int = 0, _ result: ToolResult) {
    (self.name, self.title, self.summary, self.members, self.required, self.result) = (name, title, summary, members, required, result)
  }

  private static let specs = ["paths", "inputs", "files", "targets", "packs"]

  static let all = [
    Tool(
      "check", "Check stream specs", """
        Judges stream specs by the rules of their providers, as `rung check --format json` does. `findings.diagnostics` lists what is wrong, with its place, what is allowed, \
        and often an edit. With `as`, judges request bodies or answers of a provider.
        """, specs + ["as"], .none),
    Tool(
      "compile", "Compile request bodies", """
        Makes the bodies of the requests that providers take, as `rung compile` prints them. With errors in `findings`, `result` is null.
        """, specs + ["request"], .any),
    Tool(
      "plan", "Plan requests", """
        Lists the requests that make a stream and remove it again, in their order: method, URL, headers, body, what to wait for, what is billed. None is sent. With errors \
        in `findings`, `result` is null.
        """, specs + ["stream"], .plan),
    Tool(
      "convert", "Convert request bodies", """
        Makes request bodies of one provider into those of another, as `rung convert` does. While a finding needs a decision, `result` is null: decide in `settings`.
        """, ["from", "targets", "paths", "inputs", "settings", "name"], required: 2, .any),
    Tool("explain", "Explain a rule", "Says what a rule checks, why, and by which document, as `rung rules --format json` does.", ["rule"], required: 1, .rules),
    Tool(
      "design", "Design a ladder", """
        Writes a stream spec for a source whose renditions keep every rule of its providers, as `rung ladder design --format json` does. Where none does, `result.obstacles` says why.
        """, ["source", "targets", "codec", "content", "max_bitrate", "rungs", "fps", "halve_low_rungs", "encoding"], required: 1, .design),
  ]

  /// As `tools/list` has it.
  var declaration: Node {
    .object([
      ("name", .text(name)), ("title", .text(title)), ("description", .text(summary)),
      ("inputSchema", .object([
        ("type", .text("object")), ("properties", .object(members.map { ($0, ToolMember.schema(of: $0, name)) })),
        ("required", required == 0 ? nil : .array(members.prefix(required).map { .text($0) })), ("additionalProperties", .flag(false)),
      ])),
      ("outputSchema", result.schema(hasFindings: self.result != .rules)),
      ("annotations", .object([
        ("title", .text(title)), ("readOnlyHint", .flag(true)), ("destructiveHint", .flag(false)), ("idempotentHint", .flag(true)), ("openWorldHint", .flag(false)),
      ])),
    ])
  }

  /// The response to a call.
  ///
  /// - Parameter arguments: an object.
  /// - Throws: ``RequestFault`` where it asks for nothing that there is.
  func answer(_ arguments: Node, _ host: any CallHost) throws(RequestFault) -> String {
    if case .map(let entries) = arguments.content, let other = entries.first(where: { !members.contains($0.key.value) }) {
      throw RequestFault(message: "`\(name)` has no member `\(other.key.value)`; members: \(members.joined(separator: ", "))")
    }
    return try Request(name, arguments, host).response()
  }
}
