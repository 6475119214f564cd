internal import RungSource

/// Text that others wrote, made fit for a page: never markup, never a control character, never a secret.
struct HTMLText {
  private let mask: SecretMask

  init(_ findings: ReportFindings) {
    mask = SecretMask(findings.secrets, in: findings.sources)
  }

  func plain(_ text: String) -> String { Self.escaped(mask.masked(text)) }

  /// Text between backquotes becomes code.
  func prose(_ text: String) -> String {
    let parts = mask.masked(text).split(separator: "`", omittingEmptySubsequences: false).map { Self.escaped(String($0)) }
    // A backquote without its other half is a character like any other.
    guard parts.count % 2 == 1 else { return parts.joined(separator: "`") }
    return parts.enumerated().map { $0 % 2 == 0 ? $1 : "<code>\($1)</code>" }.joined()
  }

  /// At most so many columns of it.
  func short(_ text: String, _ columns: Int) -> String { Self.escaped(Self.cut(mask.masked(text), columns)) }

  func ranges(in file: FileID) -> [Range<Int>] { mask.ranges(in: file) }

  static func cut(_ text: String, _ columns: Int) -> String {
    var result = ""
    var width = 0
    for character in text {
      width += DisplayWidth.of(character)
      if width > columns {
        while result.last == " " { result.removeLast() }
        return result.isEmpty ? "…" : String(result.dropLast()) + "…"
      }
      result.append(character)
    }
    return result
  }

  static func escaped(_ text: String) -> String {
    let result = VisibleText.of(text).escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      // Code points that are not characters: an HTML parser reports them as errors.
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value): "\u{FFFD}"
      default: nil
      }
    }
    return LogCommands.defused(result, hash: "&#35;")
  }
}
