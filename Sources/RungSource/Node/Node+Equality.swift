extension Node {
  /// Whether two trees hold the same values: places, the order of keys and the spelling of numbers aside.
  package func isSame(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.map(let mine), .map(let theirs)):
      guard mine.count == theirs.count else { return false }
      let others = NodeMembers(other)
      return mine.allSatisfy { entry in others[entry.key.value].map { entry.value.isSame(as: $0) } ?? false }
    case (.list(let mine), .list(let theirs)): return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
    case (.scalar(let mine), .scalar(let theirs)):
      switch (mine.type, theirs.type) {
      case (.null, .null): return true
      case (.string, .string): return mine.text == theirs.text
      case (.bool(let a), .bool(let b)): return a == b
      case (.string, _), (_, .string), (.null, _), (_, .null), (.bool, _), (_, .bool): return false
      // A number of more digits than Rung reckons with is the same when it is written the same.
      default: return mine.isSameNumber(as: theirs) ?? (mine.text == theirs.text)
      }
    default: return false
    }
  }
}
