/// Characters that a terminal obeys instead of showing: controls, overrides of the writing direction, separators of lines
/// and paragraphs, marks without width.
package enum HiddenCharacters {
  /// Whether UTF-8 bytes hold one: C0 and C1 controls, DEL, U+200B–200F, U+2028–202E, U+2060–2069, U+FEFF.
  package static func areIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F { continue }
        if byte < 0x20 || byte == 0x7F { return true }
        guard index + 2 <= bytes.count else { continue }
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (byte, second) {
        case (0xC2, 0x80...0x9F): return true
        case (0xE2, 0x80) where (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third): return true
        case (0xE2, 0x81) where (0xA0...0xA9).contains(third): return true
        case (0xEF, 0xBB) where third == 0xBF: return true
        default: continue
        }
      }
      return false
    }
  }
}
