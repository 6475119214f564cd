internal import RungSource
internal import RungSpec

/// `targets.P.accepts`: what the author knows that the target loses.
enum AcceptsOption {
  static let key = "accepts"

  private static let type: FieldType<[Located<String>]> = .list(.string)

  static var property: ObjectSchema.Property {
    ObjectSchema.Property(
      key: key, schema: type.schema(),
      summary: "Paths of values that this target may lose or change without a finding: `recording.window`, `ladder.*.crf`.", required: false)
  }

  /// What to write where a loss is known: a way of a help that clears the finding.
  static func way(_ path: SpecKey, at target: String) -> Message { way(path.path, at: target) }

  static func way(_ path: String, at target: String) -> Message { "set \(.targetAccepts, "[\(path)]") under `targets.\(target)`" }

  /// - Parameter document: the spec as the target sees it.
  static func read(_ node: Node, in document: Node, _ report: inout Report) -> Acceptance? {
    guard let patterns = type.read(node, &report) else {
      report.nameLeaves(of: node)
      return nil
    }
    for pattern in patterns { report.use(pattern.place) }
    return Acceptance(patterns, in: document)
  }

  /// Reports patterns that accept nothing. One that comes from a base is for other streams as well: it is only held against the
  /// spec language.
  static func flagIdle(_ acceptance: Acceptance, at type: any CompilationTarget.Type, in document: Node, _ report: inout Report) {
    for entry in acceptance.entries where !entry.isUsed {
      if let unknown = unknownKey(of: entry.pattern, at: type) {
        let near = Similarity.nearest(to: unknown.key, among: unknown.allowed)
        let keys = entry.pattern.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let meant = near.candidates.map { candidate in keys.map { $0 == unknown.key ? candidate : $0 }.joined(separator: ".") }
        report.flag(
          TargetFaults.acceptsNothing, entry.place, "\(.targetAccepts) lists `\(entry.pattern)`, and a spec has no key `\(unknown.key)` there",
          help: meant.first.map { "did you mean `\($0)`?" } ?? "`rung schema stream` lists the keys")
      } else if entry.place.span.file == document.span.file {
        report.flag(
          TargetFaults.acceptsNothing, entry.place, "\(.targetAccepts) lists `\(entry.pattern)`, and \(type.title) loses no such value of this stream",
          help: "remove it from \(.targetAccepts)")
      }
    }
  }

  /// The first key of a pattern that no spec can have, and those that it can have there.
  private static func unknownKey(of pattern: String, at type: any CompilationTarget.Type) -> (key: String, allowed: [String])? {
    var schemas = [Schema.object(Spec.shape.schema)]
    for (key, _) in Acceptance.steps(of: pattern) {
      // Keys that the author chooses, such as labels.
      guard let properties = keys(of: schemas) else { return nil }
      let matching = key == "*" ? properties : properties.filter { $0.key == key }
      guard !matching.isEmpty else { return (key, properties.map(\.key)) }
      schemas = matching.map(\.schema)
      if key == "targets" { schemas = [.object(ObjectSchema(name: "", summary: "", properties: [target(type)], closed: true))] }
    }
    return nil
  }

  private static func target(_ type: any CompilationTarget.Type) -> ObjectSchema.Property {
    ObjectSchema.Property(key: type.id, schema: .object(type.optionsSchema), summary: "", required: false)
  }

  /// Nil where any key is possible.
  private static func keys(of schemas: [Schema]) -> [ObjectSchema.Property]? {
    var properties: [ObjectSchema.Property] = []
    for schema in schemas {
      switch schema {
      case .any, .dictionary, .reference: return nil
      case .object(let object): properties += object.properties
      case .list(let element, _, _), .nullable(let element), .described(_, let element):
        guard let inside = keys(of: [element]) else { return nil }
        properties += inside
      case .anyOf(let choices):
        guard let inside = keys(of: choices) else { return nil }
        properties += inside
      case .boolean, .string, .integer, .number, .null, .oneOf, .oneOfIntegers, .numbered, .const: break
      }
    }
    return properties
  }
}
