/// Text as a POSIX shell reads it.
package enum ShellText {
  /// One word, whatever is in it.
  package static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "/._-:=@%+,".utf8.contains(byte)
    }
    return isPlain ? text : "'\(text.replacing("'", with: #"'\''"#))'"
  }

  /// A part of what stands between double quotes.
  static func inside(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      if character == "\\" || character == "\"" || character == "$" || character == "`" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result
  }

  /// Words in `${NAME:?words}`: only what no shell takes for anything else there.
  static func words(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || " .,:_-".unicodeScalars.contains($0)) }.map(Character.init))
  }

  /// One line of a comment.
  static func comment(_ text: String) -> String { "# " + VisibleText.of(text) }
}
