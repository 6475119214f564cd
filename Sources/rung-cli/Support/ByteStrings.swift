/// Byte strings to look for all at once: the cost is that of the text, however many there are.
struct ByteStrings {
  /// Of a trie; the first is its root.
  private var nodes: [[UInt8: Int]] = [[:]]
  private var isEnd = [false]
  /// By the first byte: most places of a text begin none of them.
  private var first = [Int](repeating: 0, count: 256)

  /// - Parameter strings: none of them empty.
  init(_ strings: some Sequence<[UInt8]>) {
    for string in strings {
      var node = 0
      for byte in string {
        if let next = nodes[node][byte] {
          node = next
        } else {
          nodes.append([:])
          isEnd.append(false)
          nodes[node][byte] = nodes.count - 1
          node = nodes.count - 1
        }
      }
      isEnd[node] = true
    }
    for (byte, node) in nodes[0] { first[Int(byte)] = node }
  }

  /// Whether any of them occurs in a text.
  func isIn(_ text: [UInt8]) -> Bool {
    text.indices.contains { start in
      var node = first[Int(text[start])]
      guard node != 0 else { return false }
      var index = start
      while !isEnd[node] {
        index += 1
        guard index < text.count, let next = nodes[node][text[index]] else { return false }
        node = next
      }
      return true
    }
  }
}
