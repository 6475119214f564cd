internal import RungSource

/// Where the keys of a mapping are: found by comparing while they are few, and by hash when they are many, because a
/// hostile file may hold a hundred thousand of them.
struct KeyIndex {
  private var positions: [String: Int] = [:]
  private static let few = 24

  /// - Parameter entries: all of different keys, and never fewer than at the last call.
  mutating func position(of key: String, in entries: [Node.Entry]) -> Int? {
    entries.withUnsafeBufferPointer { position(of: key, in: $0) }
  }

  mutating func position(of key: String, in entries: UnsafeBufferPointer<Node.Entry>) -> Int? {
    guard entries.count > Self.few else {
      for index in entries.indices where entries[index].key.value.isSameKey(key) { return index }
      return nil
    }
    for index in positions.count..<entries.count { positions[entries[index].key.value] = index }
    return positions[key]
  }
}
