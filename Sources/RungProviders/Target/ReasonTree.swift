internal import RungSource

/// A target's reasons by path, walked with the spec: the deepest one on the path to a leaf applies to it.
package final class ReasonTree: Sendable {
  let reason: Inexpressible?
  private let children: [(key: String, tree: ReasonTree)]

  convenience init(_ entries: [Inexpressible]) {
    var reasons: [String: Inexpressible] = [:]
    let paths = entries.map { entry in
      // Entries with the same text are one reason; one that is relied on has a finding of its own.
      let key = entry.isReliedOn ? entry.path : entry.reason
      let reason = reasons[key] ?? entry
      reasons[key] = reason
      return (keys: entry.path.split(separator: ".").map(String.init)[...], reason: reason)
    }
    self.init(paths)
  }

  private init(_ paths: [(keys: ArraySlice<String>, reason: Inexpressible)]) {
    reason = paths.first { $0.keys.isEmpty }?.reason
    var keys: [String] = []
    for path in paths { if let key = path.keys.first, !keys.contains(key) { keys.append(key) } }
    children = keys.map { key in
      (key, ReasonTree(paths.filter { $0.keys.first == key }.map { ($0.keys.dropFirst(), $0.reason) }))
    }
  }

  /// The reason of the deepest entry on the path.
  package func deepest<Path: Sequence<String>>(on path: Path) -> Inexpressible? {
    var (tree, best) = (self, reason)
    for key in path {
      guard let next = tree.below(key) else { break }
      (tree, best) = (next, next.reason ?? best)
    }
    return best
  }

  func below(_ key: String) -> ReasonTree? {
    for index in children.indices where children[index].key == key { return children[index].tree }
    return nil
  }
}
