/// "Did you mean": the candidate nearest to a word, when one is near enough to be meant.
package enum Similarity {
  /// Longer words are not mistyped names.
  private static let longest = 64

  /// - Returns: the candidate with the fewest edits (insert, delete, replace, swap of neighbours), at most a third of the
  ///   longer one's length and at least one; the first of equals. Case does not count, nor which of `-` and `_` stands between
  ///   words. Nil when none is that near.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let count = word.utf8.count
    guard count > 0, count <= longest else { return nil }
    var best: (distance: Int, candidate: String)?
    // Room for both words and three rows: a wrong key is compared with every key there is.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 5 * (2 * longest + 1)) { room in
      let size = 2 * longest + 1
      let left = UnsafeMutableBufferPointer(rebasing: room[..<size])
      let right = UnsafeMutableBufferPointer(rebasing: room[size..<(2 * size)])
      let rows = UnsafeMutableBufferPointer(rebasing: room[(2 * size)...])
      fold(word, into: left)
      for candidate in candidates {
        let other = candidate.utf8.count
        let allowed = Swift.max(1, Swift.max(count, other) / 3)
        guard other > 0, abs(count - other) <= allowed, other <= 2 * longest else { continue }
        fold(candidate, into: right)
        let found = distance(UnsafeBufferPointer(rebasing: left[..<count]), UnsafeBufferPointer(rebasing: right[..<other]), rows, size)
        if found <= allowed, best.map({ found < $0.distance }) ?? true { best = (found, candidate) }
      }
    }
    return best?.candidate
  }

  /// The candidate that is meant: one within two edits, else the only one that the word is a part of (`room` of `room_name`)
  /// or that is a part of it, else the nearest.
  ///
  /// - Parameters:
  ///   - taken: candidates that cannot be meant, because they stand there as well.
  ///   - wanted: candidates that are looked for: of several that are as good, the only one among these is meant.
  package static func meant(
    by word: String, among candidates: [String], taken: (String) -> Bool = { _ in false }, wanted: (String) -> Bool = { _ in false }
  ) -> String? {
    let near = nearest(to: word, among: candidates)
    if let near, isNear(word, near, edits: 2) { return near }
    let parts = parts(of: word)
    func isPart(_ few: [Substring], of many: [Substring]) -> Bool {
      few.allSatisfy { part in many.contains { $0 == part || part.utf8.count >= 3 && $0.hasPrefix(part) } }
    }
    let related = candidates.filter { candidate in
      let other = Self.parts(of: candidate)
      // Whether it is taken is asked last: that looks through all that stands there.
      return (isPart(parts, of: other) || other.count > 1 && isPart(other, of: parts)) && !taken(candidate)
    }
    if related.count == 1 { return related[0] }
    let best = related.filter(wanted)
    return best.count == 1 ? best[0] : near
  }

  /// `roomName`, `room_name` and `ROOM-NAME` are `room` and `name`.
  private static func parts(of word: String) -> [Substring] {
    var text = ""
    var wasLow = false
    for byte in word.utf8.prefix(2 * longest) {
      let isHigh = byte &- 0x41 < 26
      if isHigh, wasLow { text += "_" }
      wasLow = byte &- 0x61 < 26
      let isWord = isHigh || wasLow || byte &- 0x30 < 10
      text.unicodeScalars.append(Unicode.Scalar(isHigh ? byte | 0x20 : isWord ? byte : UInt8(ascii: "_")))
    }
    return text.split(separator: "_")
  }

  /// Whether so many edits at most make one word of the other.
  package static func isNear(_ word: String, _ other: String, edits: Int) -> Bool {
    let (count, length) = (word.utf8.count, other.utf8.count)
    guard count > 0, length > 0, count <= longest, length <= longest, abs(count - length) <= edits else { return false }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 5 * (longest + 1)) { room in
      let size = longest + 1
      let left = UnsafeMutableBufferPointer(rebasing: room[..<size])
      let right = UnsafeMutableBufferPointer(rebasing: room[size..<(2 * size)])
      fold(word, into: left)
      fold(other, into: right)
      let rows = UnsafeMutableBufferPointer(rebasing: room[(2 * size)...])
      return distance(UnsafeBufferPointer(rebasing: left[..<count]), UnsafeBufferPointer(rebasing: right[..<length]), rows, size) <= edits
    }
  }

  private static func fold(_ word: String, into bytes: UnsafeMutableBufferPointer<Int>) {
    for (index, byte) in word.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[index] = Int(byte | 0x20)
      case UInt8(ascii: "-"): bytes[index] = Int(UInt8(ascii: "_"))
      default: bytes[index] = Int(byte)
      }
    }
  }

  private static func distance(
    _ left: UnsafeBufferPointer<Int>, _ right: UnsafeBufferPointer<Int>, _ rows: UnsafeMutableBufferPointer<Int>, _ size: Int
  ) -> Int {
    // Three rows in turn: the one before the last, the last, and the next.
    for column in 0...right.count { rows[size + column] = column }
    for row in 1...left.count {
      let (beforeLast, last, next) = ((row - 1) % 3 * size, row % 3 * size, (row + 1) % 3 * size)
      rows[next] = row
      for column in 0..<right.count {
        let same = left[row - 1] == right[column]
        var value = Swift.min(rows[last + column + 1] + 1, rows[next + column] + 1, rows[last + column] + (same ? 0 : 1))
        if row > 1, column > 0, left[row - 1] == right[column - 1], left[row - 2] == right[column] {
          value = Swift.min(value, rows[beforeLast + column - 1] + 1)
        }
        rows[next + column + 1] = value
      }
    }
    return rows[(left.count + 1) % 3 * size + right.count]
  }
}
