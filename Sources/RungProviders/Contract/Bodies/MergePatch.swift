package import RungSource
internal import RungSpec

/// JSON merge patches (RFC 7396): objects merge, `null` takes a field away, everything else is replaced.
package enum MergePatch {
  package static func apply(_ patch: Node, to target: Node) -> Node {
    guard case .map(let changes) = patch.content else { return patch }
    var entries = target.entries
    for change in changes {
      let index = entries.firstIndex { $0.key.value == change.key.value }
      if change.value.isNull {
        if let index { entries.remove(at: index) }
      } else if let index {
        entries[index] = Node.Entry(key: change.key, value: apply(change.value, to: entries[index].value))
      } else {
        entries.append(Node.Entry(key: change.key, value: apply(change.value, to: Node(.map([]), at: change.value.place))))
      }
    }
    return Node(.map(entries), at: patch.place)
  }

  /// What has to be merged into `made` to have `wanted`; nil when they are the same already. Values stand where `wanted`
  /// has them.
  package static func difference(from made: Node, to wanted: Node) -> Node? {
    guard case .map(let old) = made.content, case .map(let new) = wanted.content else {
      return isSame(made, wanted) ? nil : wanted
    }
    var changes: [Node.Entry] = []
    for entry in new {
      if let before = made[entry.key.value] {
        if let change = difference(from: before, to: entry.value) { changes.append(Node.Entry(key: entry.key, value: change)) }
      } else {
        changes.append(entry)
      }
    }
    for entry in old where !wanted.has(entry.key.value) {
      changes.append(Node.Entry(key: Located(entry.key.value, at: wanted.place), value: .null(at: wanted.place)))
    }
    return changes.isEmpty ? nil : Node(.map(changes), at: wanted.place)
  }

  /// Value for value: places, the order of keys and the spelling of numbers aside.
  package static func isSame(_ left: Node, _ right: Node) -> Bool {
    switch (left.content, right.content) {
    case (.map(let a), .map(let b)):
      return a.count == b.count && a.allSatisfy { entry in right[entry.key.value].map { isSame(entry.value, $0) } ?? false }
    case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
    case (.scalar(let a), .scalar(let b)):
      switch (a.type, b.type) {
      case (.string, .string), (.null, .null): return a.type == .null || a.text == b.text
      case (.bool(let a), .bool(let b)): return a == b
      case (.integer, .integer), (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal):
        if a.text == b.text { return true }
        guard let first = Rational(decimal: a.text), let second = Rational(decimal: b.text) else { return false }
        return first == second
      default: return false
      }
    default: return false
    }
  }
}
