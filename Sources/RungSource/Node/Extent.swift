/// How much there is of a tree.
package struct Extent: Sendable {
  /// Keys and values.
  package var nodes = 0
  /// Those of mappings.
  package private(set) var keys = 0
  /// Bytes of text in them.
  package private(set) var bytes = 0
  /// Mappings and lists within one another.
  package private(set) var depth = 0

  package init() {}

  package static func += (left: inout Extent, right: Extent) {
    left.nodes += right.nodes
    left.keys += right.keys
    left.bytes += right.bytes
    left.depth = max(left.depth, right.depth)
  }

  mutating func add(_ node: Node, depth: Int) {
    nodes += 1
    switch node.content {
    case .scalar(let scalar): bytes += scalar.text.utf8.count
    case .list(let items):
      self.depth = max(self.depth, depth + 1)
      for index in items.indices { add(items[index], depth: depth + 1) }
    case .map(let entries):
      self.depth = max(self.depth, depth + 1)
      nodes += entries.count
      keys += entries.count
      for index in entries.indices {
        bytes += entries[index].key.value.utf8.count
        add(entries[index].value, depth: depth + 1)
      }
    }
  }
}
