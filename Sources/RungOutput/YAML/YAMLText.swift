internal import RungSource

/// How a text is written in YAML, so that every reader gets the same text: those of YAML 1.2, and those of 1.1 that
/// take `no` for false and `1:30` for ninety. Plain where that is certain, in quotes elsewhere.
package enum YAMLText {
  /// - Parameter inFlow: between `{` and `}` or `[` and `]`, where more characters mean something.
  package static func text(_ text: String, inFlow: Bool) -> String {
    isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// In double quotes, which can hold everything. What a terminal would obey, and what a reader would normalise, is escaped.
  package static func quoted(_ text: String) -> String {
    let escaped = text.escaped { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      case "\0": "\\0"
      default: isShown(scalar) ? nil : escape(scalar)
      }
    }
    return LogCommands.defused("\"\(escaped)\"", hash: "\\x23")
  }

  /// The lines of a block scalar (`|`) and its sign for the end; nil for a text that only quotes can hold.
  static func block(_ text: String) -> (header: String, lines: [Substring])? {
    guard text.utf8.contains(0x0A), !LogCommands.areIn(text), text.unicodeScalars.allSatisfy({ $0 == "\n" || isShown($0) }) else { return nil }
    var body = text[...]
    let ends = body.utf8.last == 0x0A
    if ends { body = body.dropLast() }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    // An empty last line needs a sign of its own; a first line that starts with a blank hides the indentation.
    guard let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty, first.utf8.first != 0x20,
      !lines.contains(where: { $0.utf8.last == 0x20 })
    else { return nil }
    return (ends ? "|" : "|-", lines)
  }

  /// Whether every reader gets the text without quotes.
  package static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, isOpening(first), last != 0x20, last != UInt8(ascii: ":"),
      !isTyped(text, bytes), text != "=", !text.hasPrefix("..."), !LogCommands.areIn(text), text.unicodeScalars.allSatisfy({ isShown($0) })
    else { return false }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: ":"):
        // In flow style readers differ on `a:b`; quotes end the question.
        if inFlow || bytes[index + 1] == 0x20 { return false }
      case UInt8(ascii: "#"): if bytes[index - 1] == 0x20 { return false }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): if inFlow { return false }
      default: break
      }
    }
    return true
  }

  /// Whether a plain text may begin so.
  private static func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "+"): false
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: "<"): false
    default: true
    }
  }

  /// Whether some reader takes the plain text as something else than text.
  private static func isTyped(_ text: String, _ bytes: [UInt8]) -> Bool {
    switch text.lowercased() {
    case "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan": return true
    default: break
    }
    guard bytes[0] &- 0x30 < 10 || bytes[0] == UInt8(ascii: ".") else { return false }
    // 12, 1_000, 1.5, 1e3, 1:30
    let signs = Array("_.:eE+-".utf8)
    if bytes.allSatisfy({ $0 &- 0x30 < 10 || signs.contains($0) }) { return true }
    // 0x1F, 0o17, 0b101
    if bytes[0] == 0x30, bytes.count > 1 {
      let digits = bytes.dropFirst(2).allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 || $0 == UInt8(ascii: "_") }
      if Array("xXoObB".utf8).contains(bytes[1]), digits { return true }
    }
    // 2026-11-20T10:00:00Z
    let date = bytes.prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return date.count == 3 && date[0].count == 4 && date.prefix(2).allSatisfy { $0.allSatisfy { $0 &- 0x30 < 10 } }
  }

  /// Printable as YAML has it (1.2.2, section 5.1), and nothing that hides: those characters are escaped.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    // A space that does not break is taken for another one.
    scalar.value & 0xFFFE != 0xFFFE && scalar.value != 0xA0 && !VisibleText.isHidden(scalar)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (sign, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(sign)\(String(repeating: "0", count: width - digits.utf8.count))\(digits)"
  }
}
