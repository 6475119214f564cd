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
    let hash = UInt8(ascii: "#")
    WordScan.forEachByte(below: 1, flipping: hash, in: UnsafeRawBufferPointer(bytes)) { index in
      guard bytes[index] == hash, index == 0 || isSpace(bytes[index - 1]) else { return }
      var next = index + 1
      while next < bytes.count, bytes[next] == hash { next += 1 }
      next = afterBlanks(bytes, next)
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

  private static func afterBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  /// In whatever case.
  private static func isWord(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    // Mostly the first letter tells.
    guard index + word.utf8CodeUnitCount <= bytes.count, bytes[index] | 0x20 == word.utf8Start[0] else { return false }
    return (1..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] | 0x20 == word.utf8Start[$0] }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
