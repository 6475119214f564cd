internal import RungSource

/// Text of others in XML 1.0, in an element or an attribute.
enum XMLText {
  /// Nothing of it is markup or a command for a CI log; characters that XML does not have are shown as `\u{1B}`.
  static func escaped(_ text: String) -> String {
    var result = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "#" where last == "#": result += "&#35;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: if VisibleText.isHidden(scalar) { result += "&#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
      }
      last = scalar
    }
    return result
  }

  /// ` name="value"`
  static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(escaped(value))\"" }
}
