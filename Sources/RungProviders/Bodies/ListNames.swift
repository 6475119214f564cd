package import RungSource

/// The names of the members of a provider's lists, with which a patch can address one: `{layers: {HIGH: {rid: f}}}`.
package struct ListNames: Sendable {
  /// By path, without list positions; the first key that distinguishes all members is used.
  private let keys: [String: [[String]]]

  /// - Parameter comparison: how lists of objects are matched.
  package init(_ comparison: Comparison) {
    var keys: [String: [[String]]] = [:]
    // Bodies of two kinds may have a list at one path, whose members have other names: the keys of all are tried.
    for (_, lists) in comparison.lists.sorted(by: { $0.key < $1.key }) {
      for list in lists {
        guard case .objects(let names, _) = list.members else { continue }
        let known = keys[list.path] ?? []
        keys[list.path] = known + names.filter { !known.contains($0) }
      }
    }
    self.keys = keys
  }

  /// One name for each member: its key, or its number, counted from 0. Nil for anything but a list of objects.
  package func names(in list: Node, at path: String) -> [String]? {
    guard case .list(let items) = list.content, items.allSatisfy({ if case .map = $0.content { true } else { false } }) else { return nil }
    for key in keys[path] ?? [] {
      let names = items.compactMap { Self.name($0, key) }
      if names.count == items.count, Set(names).count == items.count { return names }
    }
    return items.indices.map { "\($0)" }
  }

  /// The members that a patch addresses, and nil for those that the list does not have; nil when the patch replaces the list.
  func members(_ patch: Node, of list: Node, at path: String) -> [(entry: Node.Entry, index: Int?)]? {
    guard Self.isOfPatches(patch), let names = names(in: list, at: path) else { return nil }
    let indices = Dictionary(zip(names, names.indices)) { first, _ in first }
    return patch.entries.map { ($0, indices[$0.key.value]) }
  }

  /// Whether a patch addresses members where the target has nothing: it creates no field.
  func addressesNothing(_ patch: Node, at path: String) -> Bool { keys[path] != nil && Self.isOfPatches(patch) }

  private static func isOfPatches(_ node: Node) -> Bool {
    func isPatch(_ node: Node) -> Bool { if case .map = node.content { true } else { node.isNull } }
    return !node.entries.isEmpty && node.entries.allSatisfy { isPatch($0.value) }
  }

  private static func name(_ member: Node, _ key: [String]) -> String? {
    var parts: [String] = []
    for field in key {
      // A name is shown, and a secret is not.
      guard let text = member[field]?.scalar?.text, !text.isEmpty, !SecretSigns.areIn(text) else { return nil }
      parts.append(text)
    }
    return parts.joined(separator: "/")
  }
}
