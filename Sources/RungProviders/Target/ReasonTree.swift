internal import RungSource

/// A target's reasons by path, walked with the spec: the deepest one on the path to a leaf applies to it.
final class ReasonTree: Sendable {
  /// Compared by identity: entries with the same text are one reason.
  final class Reason: Sendable {
    let text: String
    let citation: Citation?
    let isServices: Bool

    init(_ entry: Inexpressible) {
      text = entry.reason
      citation = entry.citation
      isServices = entry.isServices
    }
  }

  let reason: Reason?
  private let children: [(key: String, tree: ReasonTree)]

  convenience init(_ entries: [Inexpressible]) {
    var reasons: [String: Reason] = [:]
    let paths = entries.map { entry in
      let reason = reasons[entry.reason] ?? Reason(entry)
      reasons[entry.reason] = reason
      return (keys: entry.path.split(separator: ".").map(String.init)[...], reason: reason)
    }
    self.init(paths)
  }

  private init(_ paths: [(keys: ArraySlice<String>, reason: Reason)]) {
    reason = paths.first { $0.keys.isEmpty }?.reason
    var keys: [String] = []
    for path in paths { if let key = path.keys.first, !keys.contains(key) { keys.append(key) } }
    children = keys.map { key in
      (key, ReasonTree(paths.filter { $0.keys.first == key }.map { ($0.keys.dropFirst(), $0.reason) }))
    }
  }

  func below(_ key: String) -> ReasonTree? {
    for index in children.indices where children[index].key == key { return children[index].tree }
    return nil
  }
}
