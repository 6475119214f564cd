/// The values of a spec that one target may lose without a finding: `accepts` of a target.
///
/// A pattern is a path of keys. It stands for everything under it, `*` for any key, and lists need no position: `recording.window`,
/// `ladder.*.crf`, `ladder.renditions[].crf`, `simulcast[0]`.
package struct Acceptance: Sendable {
  package struct Entry: Sendable {
    package let pattern: String
    package let place: SourcePlace
    /// Whether something has been accepted by it.
    package fileprivate(set) var isUsed = false
  }

  package private(set) var entries: [Entry] = []
  private var accepted: [SourcePlace: [Int]] = [:]

  /// - Parameters:
  ///   - patterns: as they are written.
  ///   - document: the spec as the target sees it.
  package init(_ patterns: [Located<String>], in document: Node) {
    for pattern in patterns {
      let entry = entries.count
      entries.append(Entry(pattern: pattern.value, place: pattern.place))
      find(Self.steps(of: pattern.value)[...], in: document, for: entry)
    }
  }

  /// Notes that a value would be reported as lost.
  ///
  /// - Returns: whether that is accepted.
  package mutating func accepts(_ place: SourcePlace) -> Bool {
    guard let matching = accepted[place] else { return false }
    for entry in matching { entries[entry].isUsed = true }
    return true
  }

  /// One key of a pattern, and the position in a list where it has one.
  package typealias Step = (key: String, position: Int?)

  /// `simulcast[0].url` → `simulcast` at 0, `url`.
  package static func steps(of pattern: String) -> [Step] {
    pattern.split(separator: ".", omittingEmptySubsequences: false).map { part in
      // As tables write the members of a list.
      if part.hasSuffix("[]") { return (String(part.dropLast(2)), nil) }
      // Anything else between brackets is a key that no spec has.
      guard part.hasSuffix("]"), let open = part.firstIndex(of: "["), let position = Int(part[part.index(after: open)...].dropLast()) else {
        return (String(part), nil)
      }
      return (String(part[..<open]), position)
    }
  }

  private mutating func find(_ steps: ArraySlice<Step>, in node: Node, for entry: Int) {
    guard let step = steps.first else {
      acceptAll(node, for: entry)
      return
    }
    switch node.content {
    case .scalar: break
    case .list(let items): for item in items { find(steps, in: item, for: entry) }
    case .map(let entries):
      for member in entries where step.key == "*" || member.key.value == step.key {
        guard let position = step.position else {
          if steps.count == 1 { accepted[member.key.place, default: []].append(entry) }
          find(steps.dropFirst(), in: member.value, for: entry)
          continue
        }
        if member.value.items.indices.contains(position) { find(steps.dropFirst(), in: member.value.items[position], for: entry) }
      }
    }
  }

  private mutating func acceptAll(_ node: Node, for entry: Int) {
    accepted[node.place, default: []].append(entry)
    for item in node.items { acceptAll(item, for: entry) }
    for member in node.entries {
      accepted[member.key.place, default: []].append(entry)
      acceptAll(member.value, for: entry)
    }
  }
}
