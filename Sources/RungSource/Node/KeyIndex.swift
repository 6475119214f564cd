/// Where the keys of a mapping are: found by comparing while they are few, and by hash when they are many, because a
/// hostile file may hold a hundred thousand of them.
package struct KeyIndex {
  /// Different wherever its bytes are, as for ``Swift/String/isSameKey(_:)``.
  @usableFromInline struct Key: Hashable {
    @usableFromInline let text: String

    @inlinable init(_ text: String) { self.text = text }

    @inlinable static func == (left: Key, right: Key) -> Bool { left.text.isSameKey(right.text) }

    @inlinable func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  @usableFromInline var positions: [Key: Int] = [:]
  @usableFromInline static let few = 24

  @inlinable package init() {}

  /// Of entries that stay as they are.
  package init(_ entries: [Node.Entry]) { entries.withUnsafeBufferPointer { note($0) } }

  /// - Parameter entries: all of different keys, and never fewer than at the last call.
  @inlinable package mutating func position(of key: String, in entries: [Node.Entry]) -> Int? {
    entries.withUnsafeBufferPointer { position(of: key, in: $0) }
  }

  @inlinable package mutating func position(of key: String, in entries: UnsafeBufferPointer<Node.Entry>) -> Int? {
    note(entries)
    return known(key, in: entries)
  }

  /// - Parameter entries: those that the index was made of.
  @inlinable package func known(_ key: String, in entries: [Node.Entry]) -> Int? { entries.withUnsafeBufferPointer { known(key, in: $0) } }

  @inlinable func known(_ key: String, in entries: UnsafeBufferPointer<Node.Entry>) -> Int? {
    guard entries.count > Self.few else {
      for index in entries.indices where entries[index].key.value.isSameKey(key) { return index }
      return nil
    }
    return positions[Key(key)]
  }

  @inlinable mutating func note(_ entries: UnsafeBufferPointer<Node.Entry>) {
    guard entries.count > Self.few else { return }
    for index in positions.count..<entries.count { positions[Key(entries[index].key.value)] = index }
  }
}
