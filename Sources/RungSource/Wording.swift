/// Findings quote what stands in the file, and that can be anything: line breaks, terminal escapes, a page of text.
enum Wording {
  private static let longestQuote = 80

  /// The text in one line, with nothing in it that a terminal would obey, and long quotes shortened in their middle.
  static func oneLine(_ text: String) -> String {
    let clean = HiddenCharacters.areIn(text) ? escaped(text) : text
    return holdsLongQuote(clean) ? shortened(clean) : clean
  }

  /// Whether more stands between two backquotes than is shown of it.
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

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // C0 and C1 controls, line and paragraph separators, overrides of the writing direction, byte order marks.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}":
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestQuote else { return text }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      // Every second part stands between backquotes.
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
