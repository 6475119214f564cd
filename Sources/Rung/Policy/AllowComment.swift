internal import RungSource

/// A comment that allows findings: `# rung: allow RULE[, RULE] -- REASON` for a line or what a key holds, `# rung: allow-file …` for the file.
struct AllowComment {
  /// Of the comment, up to the end of its line, or to the next one there.
  let span: SourceSpan
  /// What findings may start in; nil for the whole file.
  let reach: Range<UInt32>?
  /// As they are written.
  let rules: [Located<String>]
  /// Nil where none is given.
  let reason: String?
  /// What is behind the last rule without `--` before it.
  let stray: SourceSpan?

  /// A comment that was read, or what is wrong with it.
  enum Reading {
    case allow(AllowComment)
    /// - Parameter word: the word that is not `allow`; nil where it is `allow`, and the rest is wrong.
    case malformed(SourceSpan, word: String?)
    /// Not for Rung, after all.
    case other
  }

  private static let words = ["allow", "allow-file"]
  /// What linters call it.
  private static let others: Set<String> = ["ignore", "ignore-file", "disable", "disable-line", "disable-next-line", "disable-file", "suppress", "off", "noqa", "skip", "nolint"]

  /// - Parameter reach: what the comment is about when it is not about the file.
  static func read(_ span: SourceSpan, _ bytes: [UInt8], reach: () -> Range<UInt32>) -> Reading {
    var text = Cursor(bytes: bytes, index: Int(span.lower) + 1, end: Int(span.upper))
    while let next = text.byte, Cursor.isBlank(next) || next == UInt8(ascii: "#") { text.index += 1 }
    let isAsUsual = text.index > Int(span.lower) && !bytes[Int(span.lower) + 1..<text.index].contains(UInt8(ascii: "#")) && text.rest.starts(with: "rung".utf8)
    text.index += 4
    text.skipBlanks()
    let hasColon = text.byte == UInt8(ascii: ":")
    let isOdd = !isAsUsual || text.byte.map { Array(";=-".utf8).contains($0) } == true
    if hasColon || isOdd && isAsUsual { text.index += 1 }
    text.skipBlanks()
    let start = text.index
    let word = text.word { !Cursor.isBlank($0) }
    let wordSpan = SourceSpan(file: span.file, lower: start, upper: text.index)
    guard words.contains(word) else {
      let isMeant = others.contains(word) || word.hasPrefix("allow") || Similarity.isNear(word, "allow", edits: 2) || Similarity.isNear(word, "allow-file", edits: 2)
      return isMeant && (hasColon || isOdd) ? .malformed(wordSpan, word: word) : .other
    }
    guard hasColon, !isOdd else { return .malformed(trimmed(span, bytes), word: nil) }
    var rules: [Located<String>] = []
    var stray: SourceSpan?
    while true {
      text.skipBlanks()
      let start = text.index
      let rule = text.word { !Cursor.isBlank($0) && $0 != UInt8(ascii: ",") }
      guard !rule.isEmpty, rule != "--" else {
        text.index = start
        break
      }
      rules.append(Located(rule, at: SourcePlace(SourceSpan(file: span.file, lower: start, upper: text.index))))
      text.skipBlanks()
      guard text.byte == UInt8(ascii: ",") else { break }
      text.index += 1
    }
    guard !rules.isEmpty else { return .malformed(trimmed(span, bytes), word: nil) }
    var reason = ""
    if text.rest.starts(with: "--".utf8) {
      reason = String(decoding: Cursor.trimmed(text.rest.dropFirst(2)), as: UTF8.self)
    } else {
      let left = Cursor.trimmed(text.rest)
      if !left.isEmpty { stray = SourceSpan(file: span.file, lower: left.startIndex, upper: left.endIndex) }
    }
    return .allow(
      AllowComment(
        span: trimmed(span, bytes), reach: word == "allow" ? reach() : nil, rules: rules, reason: reason.isEmpty ? nil : reason, stray: stray))
  }

  private static func trimmed(_ span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan {
    let text = Cursor.trimmed(bytes[Int(span.lower)..<Int(span.upper)])
    return SourceSpan(file: span.file, lower: text.startIndex, upper: text.endIndex)
  }

  /// The text of the comment without what surrounds it: with the whole line, where nothing else is on it.
  static func removal(of span: SourceSpan, in bytes: [UInt8]) -> SourceSpan {
    var lower = Int(span.lower)
    while lower > 0, Cursor.isBlank(bytes[lower - 1]) { lower -= 1 }
    var upper = Int(span.upper)
    while upper < bytes.count, Cursor.isBlank(bytes[upper]) { upper += 1 }
    // Another comment stays where it is.
    if upper < bytes.count, bytes[upper] == UInt8(ascii: "#") { return SourceSpan(file: span.file, lower: Int(span.lower), upper: upper) }
    let isAlone = lower == 0 || bytes[lower - 1] == 0x0A || bytes[lower - 1] == 0x0D || lower == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if isAlone {
      if upper < bytes.count, bytes[upper] == 0x0D { upper += 1 }
      if upper < bytes.count, bytes[upper] == 0x0A { upper += 1 }
    }
    return SourceSpan(file: span.file, lower: lower, upper: upper)
  }
}

/// Reads a line word by word.
private struct Cursor {
  let bytes: [UInt8]
  var index: Int
  let end: Int

  var byte: UInt8? { index < end ? bytes[index] : nil }
  var rest: ArraySlice<UInt8> { bytes[min(index, end)..<end] }

  mutating func skipBlanks() { while let next = byte, Self.isBlank(next) { index += 1 } }

  mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while let next = byte, isPart(next) { index += 1 }
    return String(decoding: bytes[min(start, end)..<max(min(start, end), index)], as: UTF8.self)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
