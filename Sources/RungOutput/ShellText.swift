internal import RungSource

/// Text as a POSIX shell reads it. Scripts are read by people and appear in logs: hidden characters are written as bytes, and
/// commands to a log are broken up by quotes that end and begin again.
package enum ShellText {
  /// One word, whatever is in it.
  package static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "/._-:=@%+,".utf8.contains(byte)
    }
    if isPlain, !LogCommands.startsCommand(text[...]) { return text }
    return "'\(spelt(text, seam: "''", hidden: { "'\"\($0)\"'" }) { $0 == "'" ? #"'\''"# : nil })'"
  }

  /// A part of the text between double quotes.
  static func inside(_ text: String) -> String {
    spelt(text, seam: "\"\"", hidden: { $0 }) { "\\\"$`".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  /// One line of a comment.
  static func comment(_ text: String) -> String { "# " + LogCommands.defused(VisibleText.of(text)) }

  /// - Parameters:
  ///   - seam: what ends the quotes and begins them again.
  ///   - hidden: how a `$(printf …)` is written between the quotes.
  ///   - escape: the replacement of a character that has a meaning there.
  private static func spelt(
    _ text: String, seam: String, hidden: (String) -> String, escape: (Unicode.Scalar) -> String?
  ) -> String {
    let breaksUp = LogCommands.areIn(text)
    var result = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // A log may interpret what follows a line break, and two of these.
      if breaksUp, last == "\n" || (scalar == "#" && last == "#") { result += seam }
      if let escaped = escape(scalar) {
        result += escaped
      } else if scalar != "\n", VisibleText.isHidden(scalar) {
        let bytes = String(scalar).utf8.map { "\\" + String(repeating: "0", count: $0 < 0o100 ? $0 < 0o10 ? 2 : 1 : 0) + String($0, radix: 8) }
        result += hidden("$(printf '\(bytes.joined())')")
      } else {
        result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result
  }
}
