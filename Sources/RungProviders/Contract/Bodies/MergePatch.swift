package import RungSource

/// JSON merge patches (RFC 7396): objects merge, `null` takes a field away, everything else is replaced.
package enum MergePatch {
  package static func apply(_ patch: Node, to target: Node) -> Node {
    guard case .map(let changes) = patch.content else { return patch }
    let old = target.entries
    var kept: [Node.Entry?] = old
    // A patch names each key once: what it adds needs no search.
    var added: [Node.Entry] = []
    for change in changes {
      let index = old.firstIndex { $0.key.value == change.key.value }
      if change.value.isNull {
        if let index { kept[index] = nil }
      } else if let index {
        kept[index] = Node.Entry(key: change.key, value: apply(change.value, to: old[index].value))
      } else {
        added.append(Node.Entry(key: change.key, value: apply(change.value, to: Node(.map([]), at: change.value.place))))
      }
    }
    return Node(.map(kept.compactMap { $0 } + added), at: patch.place)
  }

  /// Calls `visit` with each member of a patch that is null and takes nothing away, because no target has the field: it is
  /// lost, for a merge patch cannot set a field to null.
  package static func forEachIdleNull(_ patch: Node, in targets: [Node], _ visit: (Node.Entry) -> Void) {
    for change in patch.entries {
      let values = targets.compactMap { $0[change.key.value] }
      if !change.value.isNull {
        forEachIdleNull(change.value, in: values, visit)
      } else if values.isEmpty {
        visit(change)
      }
    }
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
      default: return a.isSameNumber(as: b) ?? false
      }
    default: return false
    }
  }
}
