internal import RungSource

/// Text from outside, in a file of requests: never a variable, a line of its own, or a command to the client.
enum HTTPText {
  /// A part of a line.
  static func words(_ text: String) -> String { LogCommands.defused(VisibleText.of(text)).replacingExactly("{{", with: #"{\u{7B}"#) }

  /// A line of a comment; the client reads one that starts with `@` as a variable.
  static func comment(_ text: String) -> String {
    let words = words(text)
    return words.unicodeScalars.first { $0 != " " } == "@" ? "# \\\(words)" : "# \(words)"
  }

  /// A body with the same text.
  static func json(_ text: String) -> String { text.replacingExactly("{{", with: #"{\u007b"#) }
}
