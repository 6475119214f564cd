/// "Did you mean": the candidate nearest to a word, when one is near enough to be meant.
package enum Similarity {
  /// - Returns: the candidate with the fewest edits (insert, delete, replace, swap of neighbours), at most a third of the
  ///   word's length and at least one; the first of equals. Nil when none is that near.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let lowered = Array(word.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 })
    guard !lowered.isEmpty, lowered.count <= 64 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 })
      let allowed = Swift.max(1, Swift.max(lowered.count, other.count) / 3)
      guard abs(lowered.count - other.count) <= allowed else { continue }
      let found = distance(lowered, other)
      if found <= allowed, best.map({ found < $0.distance }) ?? true { best = (found, candidate) }
    }
    return best?.candidate
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var next = [row]
      next.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let same = left[row - 1] == right[column]
        var value = Swift.min(last[column + 1] + 1, next[column] + 1, last[column] + (same ? 0 : 1))
        if row > 1, column > 0, left[row - 1] == right[column - 1], left[row - 2] == right[column] {
          value = Swift.min(value, beforeLast[column - 1] + 1)
        }
        next.append(value)
      }
      beforeLast = last
      last = next
    }
    return last[right.count]
  }
}
