internal import RungSource
internal import RungSpec

/// What stands twice in a list that takes each value once.
enum ListedTwice {
  static func look(in body: Node, as kind: RequestKind, _ report: inout Report) {
    guard let schema = kind.schema else { return }
    look(body, .object(schema()), &report)
  }

  private static func look(_ node: Node, _ schema: Schema, _ report: inout Report) {
    switch (schema, node.content) {
    case (.object(let object), .map(let entries)):
      for entry in entries {
        guard let property = object.properties.first(where: { $0.key == entry.key.value }) else { continue }
        look(entry.value, property.schema, &report)
      }
    case (.list(let element, _, let unique), .list(let items)):
      var seen: [String: Place] = [:]
      for item in items {
        look(item, element, &report)
        guard unique, let text = item.scalar?.text, !report.unread.contains(item.place) else { continue }
        if let first = seen[text] {
          report.flag(
            BodyFaults.listedTwice, item.place, "`\(text)` stands in the list twice; each value is taken once",
            notes: [Note("the first stands here", at: first.span)], help: "take one away")
        } else {
          seen[text] = item.place
        }
      }
    case (.anyOf(let choices), _): for choice in choices { look(node, choice, &report) }
    default: break
    }
  }
}
