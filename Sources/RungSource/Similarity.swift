/// "Did you mean": the candidates nearest to a word, when they are near enough to be meant.
package enum Similarity {
  /// Longer words are not mistyped names.
  private static let longest = 64

  /// - Returns: the candidates with the fewest edits (insert, delete, replace, swap of neighbors), at most a third of the
  ///   longer one's length and at least one. Case does not count, nor which of `-` and `_` is between words.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> Guess {
    let count = word.utf8.count
    guard count > 0, count <= longest else { return Guess([]) }
    var best: (distance: Int, candidates: [String]) = (.max, [])
    // Room for both words and three rows: a wrong key is compared with every key there is.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 5 * (2 * longest + 1)) { room in
      let size = 2 * longest + 1
      let left = UnsafeMutableBufferPointer(rebasing: room[..<size])
      let right = UnsafeMutableBufferPointer(rebasing: room[size..<(2 * size)])
      let rows = UnsafeMutableBufferPointer(rebasing: room[(2 * size)...])
      fold(word, into: left)
      let letters = Word(word).letters
      for candidate in candidates {
        let other = candidate.utf8.count
        let allowed = Swift.max(1, Swift.max(count, other) / 3)
        guard other > 0, abs(count - other) <= allowed, other <= 2 * longest else { continue }
        // An edit removes one letter and adds another at most.
        guard (letters ^ Word(candidate).letters).nonzeroBitCount <= 2 * allowed else { continue }
        fold(candidate, into: right)
        let found = distance(UnsafeBufferPointer(rebasing: left[..<count]), UnsafeBufferPointer(rebasing: right[..<other]), rows, size)
        if found <= allowed, found < best.distance {
          best = (found, [candidate])
        } else if found == best.distance, !best.candidates.contains(candidate) {
          best.candidates.append(candidate)
        }
      }
    }
    return Guess(best.candidates)
  }

  /// What is meant: what is within two edits, else what the word is a part of (`room` of `room_name`) or what is a part of
  /// it, else the nearest.
  ///
  /// - Parameters:
  ///   - taken: candidates that cannot be meant, because they are set as well.
  ///   - wanted: candidates that are looked for: of several that are as good, the only one among these is meant.
  package static func meant(
    by word: String, among candidates: [String], taken: (String) -> Bool = { _ in false }, wanted: (String) -> Bool = { _ in false }
  ) -> Guess {
    // An empty word is as near to each of them.
    guard !word.isEmpty else { return Guess([]) }
    let near = nearest(to: word, among: candidates)
    if let first = near.candidates.first, isNear(word, first, edits: 2) {
      let wanted = near.candidates.count > 1 ? near.candidates.filter(wanted) : []
      return wanted.count == 1 ? Guess(wanted) : near
    }
    let parts = parts(of: word)
    func isPart(_ few: [Substring], of many: [Substring]) -> Bool {
      few.allSatisfy { part in many.contains { $0 == part || part.utf8.count >= 3 && $0.hasPrefix(part) } }
    }
    let related = candidates.filter { candidate in
      let other = Self.parts(of: candidate)
      // Whether it is taken is checked last, because that compares all keys.
      return (isPart(parts, of: other) || other.count > 1 && isPart(other, of: parts)) && !taken(candidate)
    }
    let best = related.filter(wanted)
    if best.count == 1 { return Guess(best) }
    // Of several the nearest is not more likely than the others.
    let named = Guess(related)
    return named.candidates.isEmpty ? near : named
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

  /// A word with what tells most others apart from it.
  struct Word: Sendable {
    let text: String
    let count: Int
    /// Which letters it has, a bit for each.
    let letters: UInt32

    init(_ text: String) {
      var text = text
      letters = text.withUTF8 { bytes in
        var letters: UInt32 = 0
        for byte in bytes { letters |= 1 &<< UInt32((byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte) & 31) }
        return letters
      }
      count = text.utf8.count
      self.text = text
    }
  }

  /// Whether so many edits at most make one word of the other.
  package static func isNear(_ word: String, _ other: String, edits: Int) -> Bool {
    abs(word.utf8.count - other.utf8.count) <= edits && isNear(Word(word), Word(other), edits: edits)
  }

  static func isNear(_ word: Word, _ other: Word, edits: Int) -> Bool {
    let (count, length) = (word.count, other.count)
    guard count > 0, length > 0, count <= longest, length <= longest, abs(count - length) <= edits else { return false }
    // An edit removes one letter and adds another at most.
    guard (word.letters ^ other.letters).nonzeroBitCount <= 2 * edits else { return false }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 5 * (longest + 1)) { room in
      let size = longest + 1
      let left = UnsafeMutableBufferPointer(rebasing: room[..<size])
      let right = UnsafeMutableBufferPointer(rebasing: room[size..<(2 * size)])
      fold(word.text, into: left)
      fold(other.text, into: right)
      let rows = UnsafeMutableBufferPointer(rebasing: room[(2 * size)...])
      return distance(UnsafeBufferPointer(rebasing: left[..<count]), UnsafeBufferPointer(rebasing: right[..<length]), rows, size) <= edits
    }
  }

  /// Whether a word can only be another one with a slip: other letter case, `-` for `_`, or one edit in a word that is long enough
  /// for that to be no other word. A digit is no slip: `h263` is not `h264`.
  package static func isMisspelling(_ word: String, of other: String) -> Bool {
    word.utf8.filter { $0 &- 0x30 < 10 } == other.utf8.filter { $0 &- 0x30 < 10 } && isNear(word, other, edits: min(word.utf8.count, other.utf8.count) < 4 ? 0 : 1)
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
