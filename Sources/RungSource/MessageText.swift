/// Findings quote the file, which can contain anything: line breaks, terminal escapes, a page of text.
enum MessageText {
  private static let longestQuote = 80

  /// Whether a quote is shown whole.
  static func fits(_ quote: String) -> Bool { quote.utf8.count <= longestQuote }

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
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      return count
    }
  }

  /// Whether a length limit holds: nearly always the bytes tell, of which a scalar has one to four.
  @usableFromInline package func hasLength(_ range: ClosedRange<Int>) -> Bool {
    let bytes = utf8.count
    return bytes <= range.upperBound && (bytes + 3) / 4 >= range.lowerBound || range.contains(scalarCount)
  }
}
