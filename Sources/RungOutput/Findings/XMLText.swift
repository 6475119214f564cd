internal import RungSource

/// Text of others in XML 1.0, in an element or an attribute.
enum XMLText {
  /// Nothing of it is markup or a command for a CI log; characters that XML does not have are shown as `\u{1B}`.
  static func escaped(_ text: String) -> String {
    var last: Unicode.Scalar?
    return text.escaped { scalar in
      defer { last = scalar }
      return switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "#" where last == "#": "&#35;"
      case "\t", "\n", "\r": "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: VisibleText.isHidden(scalar) ? "&#\(scalar.value);" : nil
      }
    }
  }

  /// ` name="value"`
  static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(escaped(value))\"" }
}
