/// Comments that speak to Rung. libyaml drops comments, so they are found in the text, and those inside of values are taken out
/// again by the reader, which knows where these are.
struct CommentScan {
  /// Where comments may begin, in rising order.
  private var waiting: ArraySlice<Int>
  private var kept: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { waiting = Self.candidates(in: bytes)[...] }

  /// Nearly always: then no value has to be looked at.
  var isEmpty: Bool { waiting.isEmpty }

  /// What lies in a value is none. Values come in the order of the text.
  mutating func pass(_ value: Range<Int>) {
    while let next = waiting.first, next < value.upperBound {
      if next < value.lowerBound { kept.append(next) }
      waiting.removeFirst()
    }
  }

  /// Those that are comments, after the last value.
  var found: [Int] { kept + waiting }

  /// `# rung:` at the start of a line or behind a blank, and what looks like it: `# rung allow`, `# Rung: allow`, `## rung-allow`.
  private static func candidates(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Int] = []
    forEachHash(in: bytes) { index in
      guard index == 0 || isSpace(bytes[index - 1]) else { return }
      var next = index + 1
      while next < bytes.count, bytes[next] == UInt8(ascii: "#") || bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      guard isWord("rung", bytes, next) else { return }
      let word = next + 4
      next = afterBlanks(bytes, word)
      guard next < bytes.count else { return }
      if bytes[next] == UInt8(ascii: ":") { return found.append(index) }
      let isMarked = bytes[next] == UInt8(ascii: ";") || bytes[next] == UInt8(ascii: "=") || bytes[next] == UInt8(ascii: "-")
      if isWord("allow", bytes, afterBlanks(bytes, isMarked ? next + 1 : next)), isMarked || next > word { found.append(index) }
    }
    return found
  }

  /// Eight bytes at a time: most texts have few of them.
  private static func forEachHash(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    let raw = UnsafeRawBufferPointer(bytes)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var index = 0
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ 0x2323_2323_2323_2323
      var places = ~(((word & low) &+ low) | word | low)
      while places != 0 {
        body(index + places.trailingZeroBitCount / 8)
        places &= places - 1
      }
      index += 8
    }
    while index < raw.count {
      if raw[index] == UInt8(ascii: "#") { body(index) }
      index += 1
    }
  }

  private static func afterBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  /// In whatever case.
  private static func isWord(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] | 0x20 == word.utf8Start[$0] }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
