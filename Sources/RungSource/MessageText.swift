/// Findings quote the file, which can contain anything: line breaks, terminal escapes, a page of text.
enum MessageText {
  private static let longestQuote = 80

  /// The text in one line, with nothing in it that a terminal would obey, and long quotes shortened in their middle.
  static func oneLine(_ text: String) -> String {
    let clean = VisibleText.of(text)
    return holdsLongQuote(clean) ? shortened(clean) : clean
  }

  /// Whether there is more between two backquotes than is shown.
  private static func holdsLongQuote(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > longestQuote else { return false }
      var isInside = false
      var length = 0
      for byte in bytes {
        length += 1
        guard byte == UInt8(ascii: "`") else { continue }
        if isInside, length > longestQuote { return true }
        isInside.toggle()
        length = 0
      }
      return false
    }
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestQuote else { return text }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      // Every second part is between backquotes.
      guard index % 2 == 1, index < parts.count - 1, part.utf8.count > longestQuote, part.count > longestQuote else { return String(part) }
      return "\(part.prefix(longestQuote / 2))…\(part.suffix(longestQuote / 4))"
    }.joined(separator: "`")
  }
}

extension String {
  /// Unicode scalars, the characters that length limits count: `unicodeScalars.count`, found on the bytes.
  @usableFromInline package var scalarCount: Int {
    var count = 0
    for byte in utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
