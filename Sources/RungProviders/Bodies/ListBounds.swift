internal import RungSource
internal import RungSpec

/// How many members a list may have, and whether it allows each value once.
enum ListBounds {
  static func look(in body: Node, as kind: RequestKind, _ report: inout Report) {
    guard let schema = kind.schema else { return }
    look(body, .object(schema()), "the body", kind, &report)
  }

  private static func look(_ node: Node, _ schema: Schema, _ key: String, _ kind: RequestKind, _ report: inout Report) {
    switch (schema, node.content) {
    case (.object(let object), .map(let entries)):
      for entry in entries {
        guard let property = object.properties.first(where: { $0.key == entry.key.value }) else { continue }
        look(entry.value, property.schema, "`\(property.key)`", kind, &report)
      }
    case (.list(let element, let count, let unique), .list(let items)):
      var seen: [String: SourcePlace] = [:]
      for item in items {
        look(item, element, key, kind, &report)
        guard unique, let text = item.scalar?.text, !report.unread.contains(item.place) else { continue }
        if let first = seen[text] {
          report.flag(
            BodyFaults.listedTwice, item.place, "`\(text)` is listed twice; each value is allowed once", severity: severity(kind),
            notes: [MessageNote("first listed here", at: first.span)], help: "remove one of the two", citation: kind.listsInferred)
        } else {
          seen[text] = item.place
        }
      }
      if let count, !count.contains(items.count) { flag(node, items.count, count, element, key, kind, &report) }
    case (.anyOf(let choices), _): for choice in choices { look(node, choice, key, kind, &report) }
    default: break
    }
  }

  private static func flag(
    _ node: Node, _ found: Int, _ count: ClosedRange<Int>, _ element: Schema, _ key: String, _ kind: RequestKind, _ report: inout Report
  ) {
    var words: [String] = []
    if case .oneOf(let choices) = element { words = choices }
    let expected =
      switch (count.lowerBound, count.upperBound) {
      case (1, 1): words.isEmpty ? "exactly one" : "exactly one of \(oneOf(words))"
      case (let least, .max): "at least \(least)"
      case (0, let most): "at most \(most)"
      case (let least, let most): "\(least) to \(most)\(words.isEmpty ? "" : " of \(oneOf(words))")"
      }
    let help: Help =
      if found > count.upperBound { "remove \(found - count.upperBound)" }
      else if let first = words.first { "write `[\"\(first)\"]`" } else { "add one, or remove the field" }
    report.flag(
      BodyFaults.listLength, node.place, "\(key) has \(found) \(found == 1 ? "member" : "members"); expected \(expected)",
      severity: severity(kind), help: help, citation: kind.listsInferred)
    // Extra members are still members.
    if found > count.upperBound { report.readInstead(node.place) }
  }

  private static func severity(_ kind: RequestKind) -> Severity? { kind.listsInferred == nil ? nil : .warning }
}
