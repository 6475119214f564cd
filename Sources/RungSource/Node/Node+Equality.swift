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

  /// Equal for trees that hold the same values, and seldom for others.
  package var sameness: Int {
    var hasher = Hasher()
    switch content {
    case .map(let entries):
      // In any order.
      hasher.combine(entries.reduce(0) { sum, entry in
        var one = Hasher()
        one.combine(entry.key.value)
        one.combine(entry.value.sameness)
        return sum &+ one.finalize()
      })
    case .list(let items): for item in items { hasher.combine(item.sameness) }
    case .scalar(let scalar):
      switch scalar.type {
      case .null: break
      case .bool(let value): hasher.combine(value)
      case .string: hasher.combine(scalar.text)
      default: if case .text(let number)? = JSONNumber(scalar) { hasher.combine(Double(number)) } else { hasher.combine(scalar.text) }
      }
    }
    return hasher.finalize()
  }
}
