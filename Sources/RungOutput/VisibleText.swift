internal import RungSource

/// Text from a file or a name, fit for a terminal: what would move the cursor, start an escape sequence or turn the
/// direction of writing is shown instead of done.
enum VisibleText {
  static let tabWidth = 4

  static func of(_ text: String) -> String {
    guard HiddenCharacters.areIn(text) else { return text }
    var result = ""
    for character in text { append(character, to: &result) }
    return result
  }

  static func append(_ character: Character, to text: inout String) {
    if character == "\t" {
      text.append(String(repeating: " ", count: tabWidth))
      return
    }
    guard character.unicodeScalars.contains(where: isHarmful) else {
      text.append(character)
      return
    }
    for scalar in character.unicodeScalars { text.unicodeScalars.append(isHarmful(scalar) ? picture(scalar) : scalar) }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
