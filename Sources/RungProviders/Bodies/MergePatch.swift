package import RungSource

/// JSON merge patches (RFC 7396): objects merge, `null` removes a field, everything else is replaced. In addition, an object
/// of objects where the target has a list of objects patches its members, by their ``ListNames``.
package struct MergePatch: Sendable {
  private let names: ListNames

  package init(_ names: ListNames = ListNames(Comparison())) { self.names = names }

  package func apply(_ patch: Node, to target: Node) -> Node { apply(patch, to: target, "") }

  private func apply(_ patch: Node, to target: Node, _ path: String) -> Node {
    guard case .map(let changes) = patch.content else { return patch }
    if let members = names.members(patch, of: target, at: path) {
      var items: [Node?] = target.items
      for (entry, index) in members {
        guard let index, let item = items[index] else { continue }
        items[index] = entry.value.isNull ? nil : apply(entry.value, to: item, path)
      }
      return Node(.list(items.compactMap { $0 }), at: target.place)
    }
    let old = target.entries
    var kept: [Node.Entry?] = old
    // A patch has each key once: what it adds needs no search.
    var added: [Node.Entry] = []
    for change in changes {
      let index = old.firstIndex { $0.key.value == change.key.value }
      if change.value.isNull {
        if let index { kept[index] = nil }
      } else if let index {
        kept[index] = Node.Entry(key: change.key, value: apply(change.value, to: old[index].value, Self.below(path, change)))
      } else if let value = addition(change.value, Self.below(path, change)) {
        added.append(Node.Entry(key: change.key, value: value))
      }
    }
    return Node(.map(kept.compactMap { $0 } + added), at: patch.place)
  }

  /// What a patch creates where the target has nothing; nil when it is for members of a list only.
  private func addition(_ patch: Node, _ path: String) -> Node? {
    guard case .map(let changes) = patch.content else { return patch }
    if names.addressesNothing(patch, at: path) { return nil }
    let set = changes.filter { !$0.value.isNull }
    let entries = set.compactMap { change in addition(change.value, Self.below(path, change)).map { Node.Entry(key: change.key, value: $0) } }
    return entries.isEmpty && !set.isEmpty ? nil : Node(.map(entries), at: patch.place)
  }

  /// A part of a patch without effect.
  package enum Idle {
    /// A null that removes nothing, because no target has the field: a merge patch cannot set a field to null.
    case null(Node.Entry)
    /// A member that no list has, and the members that it has.
    case member(Node.Entry, of: String, names: [String])
  }

  /// Calls `visit` with everything in a patch that has no effect on any of the targets.
  package func forEachIdle(_ patch: Node, in targets: [Node], _ visit: (Idle) -> Void) { forEachIdle(patch, in: targets, "", visit) }

  private func forEachIdle(_ patch: Node, in targets: [Node], _ path: String, _ visit: (Idle) -> Void) {
    let lists = targets.filter { names.members(patch, of: $0, at: path) != nil }
    if !lists.isEmpty || targets.isEmpty && names.addressesNothing(patch, at: path) {
      let known = lists.first.flatMap { names.names(in: $0, at: path) } ?? []
      // In the order of the patch.
      let found = lists.map { list in names.members(patch, of: list, at: path)?.map { $0.index.map { list.items[$0] } } ?? [] }
      for (position, entry) in patch.entries.enumerated() {
        let members = found.compactMap { $0[position] }
        if members.isEmpty {
          visit(.member(entry, of: path, names: known))
        } else {
          forEachIdle(entry.value, in: members, path, visit)
        }
      }
      return
    }
    let members = targets.map(NodeMembers.init)
    for change in patch.entries {
      let values = members.compactMap { $0[change.key.value] }
      if !change.value.isNull {
        forEachIdle(change.value, in: values, Self.below(path, change), visit)
      } else if values.isEmpty {
        visit(.null(change))
      }
    }
  }

  /// Calls `visit` with each value of a target that a patch replaces or removes.
  ///
  /// - Parameter visit: gets the entry of the patch, the value, and its path.
  package func forEachReplaced(by patch: Node, in target: Node, _ visit: (Node.Entry, Node, String) -> Void) {
    forEachReplaced(by: patch, in: target, "", visit)
  }

  private func forEachReplaced(by patch: Node, in target: Node, _ path: String, _ visit: (Node.Entry, Node, String) -> Void) {
    if let members = names.members(patch, of: target, at: path) {
      for (entry, index) in members {
        guard let index else { continue }
        let member = target.items[index]
        if entry.value.isNull { visit(entry, member, path) } else { forEachReplaced(by: entry.value, in: member, path, visit) }
      }
      return
    }
    let members = NodeMembers(target)
    for entry in patch.entries {
      guard let value = members[entry.key.value] else { continue }
      let path = Self.below(path, entry)
      let isPatched = entry.value.isMapping
      let isMapping = value.isMapping
      if isPatched, isMapping || names.members(entry.value, of: value, at: path) != nil {
        forEachReplaced(by: entry.value, in: value, path, visit)
      } else {
        visit(entry, value, path)
      }
    }
  }

  /// What has to be merged into `made` to get `wanted`; nil when they are equal. Values have their places in `wanted`.
  package func difference(from made: Node, to wanted: Node) -> Node? { difference(from: made, to: wanted, "") }

  private func difference(from made: Node, to wanted: Node, _ path: String) -> Node? {
    guard case .map(let old) = made.content, case .map(let new) = wanted.content else {
      return made.isSame(as: wanted) ? nil : members(from: made, to: wanted, path) ?? wanted
    }
    var changes: [Node.Entry] = []
    let (oldMembers, newMembers) = (NodeMembers(made), NodeMembers(wanted))
    for entry in new {
      if let before = oldMembers[entry.key.value] {
        if let change = difference(from: before, to: entry.value, Self.below(path, entry)) {
          changes.append(Node.Entry(key: entry.key, value: change))
        }
      } else {
        changes.append(entry)
      }
    }
    for entry in old where !newMembers.has(entry.key.value) {
      changes.append(Node.Entry(key: Located(entry.key.value, at: wanted.place), value: .null(at: wanted.place)))
    }
    return changes.isEmpty ? nil : Node(.map(changes), at: wanted.place)
  }

  /// The difference of two lists of the same members in the same order; nil for others.
  private func members(from made: Node, to wanted: Node, _ path: String) -> Node? {
    guard let names = names.names(in: made, at: path), !names.isEmpty, self.names.names(in: wanted, at: path) == names else { return nil }
    var changes: [Node.Entry] = []
    for (name, (before, after)) in zip(names, zip(made.items, wanted.items)) {
      guard let change = difference(from: before, to: after, path) else { continue }
      changes.append(Node.Entry(key: Located(name, at: after.place), value: change))
    }
    return Node(.map(changes), at: wanted.place)
  }

  private static func below(_ path: String, _ entry: Node.Entry) -> String { path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)" }
}
