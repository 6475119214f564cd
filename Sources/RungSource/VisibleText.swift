/// Text from outside, made fit to be shown: the one list of characters that a terminal, a log or a reader's eye obeys
/// instead of showing, and the ways to write them where text, JSON or a whole page is written.
package enum VisibleText {
  package static let tabWidth = 4

  /// Controls (C0, DEL, C1), marks that turn the direction of writing, separators of lines and paragraphs, marks without
  /// width, tags. Joiners are on the list as well; see ``isHidden(_:after:)``.
  package static let hidden: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
    0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF,
  ]

  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return false }
    return hidden.contains { $0.contains(scalar.value) }
  }

  /// U+200C and U+200D are part of how some scripts and emoji are written: they are shown unchanged after a letter of
  /// one, and hidden elsewhere.
  private static func isHidden(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    guard isHidden(scalar) else { return false }
    guard scalar.value == 0x200C || scalar.value == 0x200D, let last else { return true }
    return last.isASCII || isHidden(last)
  }

  /// Whether a text may hold a hidden character. Looks at UTF-8 bytes only: every finding's texts come by here.
  package static func areIn(_ text: String, besidesNewlines: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F { continue }
        if byte < 0x20 || byte == 0x7F {
          if byte == 0x0A, besidesNewlines { continue }
          return true
        }
        // Leads of three and four bytes that no hidden character has come first: most scripts end here.
        guard byte == 0xC2 || byte == 0xD8 || byte == 0xE1 || byte == 0xE2 || byte == 0xEF || byte == 0xF3 else { continue }
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (byte, second) {
        case (0xC2, 0x80...0x9F), (0xC2, 0xAD), (0xD8, 0x9C), (0xF3, 0xA0): return true
        case (0xE1, 0xA0) where third == 0x8E: return true
        case (0xE2, 0x80) where (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third): return true
        case (0xE2, 0x81) where (0xA0...0xAF).contains(third): return true
        case (0xEF, 0xBB) where third == 0xBF: return true
        case (0xEF, 0xBF) where (0xB9...0xBB).contains(third): return true
        default: continue
        }
      }
      return false
    }
  }

  // MARK: Ways to write them

  /// The text in one line, with everything hidden as `\n` or `\u{1B}`.
  package static func of(_ text: String) -> String {
    guard areIn(text) else { return text }
    return replaced(text) { escape($0) }
  }

  /// One character of a source line, where a tab is what it is in an editor.
  package static func append(_ character: Character, to text: inout String) {
    if character == "\t" { text += String(repeating: " ", count: tabWidth) } else { text += of(String(character)) }
  }

  /// A JSON text whose strings hold the same, with hidden characters and commands of CI logs escaped as JSON does it.
  ///
  /// - Parameter text: JSON; hidden characters are inside strings, except for line breaks.
  package static func inJSON(_ text: String) -> String {
    var text = text
    if areIn(text, besidesNewlines: true) {
      text = replaced(text) { scalar in
        scalar == "\n" ? "\n" : String(scalar).utf16.map { unit in "\\u" + hex(UInt32(unit), 4) }.joined()
      }
    }
    return LogCommands.defused(text, hash: #"\u0023"#)
  }

  /// What a document must not hold, replaced. Its writer has escaped what is hidden in the document's own way: this is for
  /// what a writer has overlooked.
  package static func inDocument(_ text: String) -> String {
    guard areIn(text, besidesNewlines: true) else { return text }
    return replaced(text) { $0 == "\n" || $0 == "\t" ? String($0) : "\u{FFFD}" }
  }

  /// Lines for a terminal or a log: hidden characters shown, save for line breaks, and nothing in them that a CI system
  /// takes for a command.
  ///
  /// - Parameter coloured: whether it has Rung's own colors, which stay.
  package static func inLines(_ text: String, coloured: Bool = false) -> String {
    LogCommands.defusedLines(lines(text, coloured))
  }

  private static func lines(_ text: String, _ coloured: Bool) -> String {
    guard areIn(text, besidesNewlines: true) else { return text }
    guard coloured else { return replaced(text) { $0 == "\n" ? "\n" : escape($0) } }
    var result = ""
    var rest = text.unicodeScalars[...]
    var last: Unicode.Scalar?
    while let scalar = rest.first {
      if let end = endOfColour(rest) {
        result.unicodeScalars += rest[..<end]
        rest = rest[end...]
        continue
      }
      if scalar != "\n", isHidden(scalar, after: last) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
      last = scalar
      rest = rest.dropFirst()
    }
    return result
  }

  /// The end of `ESC [ 1;31 m`, when the text starts with such a thing.
  private static func endOfColour(_ text: Substring.UnicodeScalarView) -> String.Index? {
    guard text.first == "\u{1B}", text.dropFirst().first == "[" else { return nil }
    let end = text.dropFirst(2).first { $0 != ";" && !("0"..."9").contains($0) }
    guard end == "m" else { return nil }
    return text.firstIndex(of: "m").map { text.index(after: $0) }
  }

  private static func replaced(_ text: String, by escape: (Unicode.Scalar) -> String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isHidden(scalar, after: last) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
      last = scalar
    }
    return result
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  private static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
