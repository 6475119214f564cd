internal import RungProviders
package import RungSource

/// A value of an emitted body and the two ways to name it.
package struct BodyLeaf {
  /// `ladder.video[0].gop`: as people write it.
  package let path: String
  /// `/ladder/video/0/gop` (RFC 6901).
  package let pointer: String
  package let node: Node

  package static func forEach(in body: Node, _ visit: (BodyLeaf) -> Void) {
    walk(BodyLeaf(path: "", pointer: "", node: body), visit)
  }

  private static func walk(_ at: BodyLeaf, _ visit: (BodyLeaf) -> Void) {
    switch at.node.content {
    case .map(let entries) where !entries.isEmpty:
      for entry in entries {
        let key = entry.key.value
        walk(BodyLeaf(path: at.path.isEmpty ? key : "\(at.path).\(key)", pointer: "\(at.pointer)/\(JSONPointer.escaped(key))", node: entry.value), visit)
      }
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() {
        walk(BodyLeaf(path: "\(at.path)[\(index)]", pointer: "\(at.pointer)/\(index)", node: item), visit)
      }
    default:
      visit(at)
    }
  }
}
