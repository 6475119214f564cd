internal import RungSource

/// Text that others wrote, in a file of requests: never a variable, a line of its own, or a word to the client.
enum HTTPText {
  /// A part of a line.
  static func words(_ text: String) -> String { LogCommands.defused(VisibleText.of(text)).replacingExactly("{{", with: #"{\u{7B}"#) }

  /// A line of a comment; the client would obey one that starts with `@`.
  static func comment(_ text: String) -> String {
    let words = words(text)
    return words.unicodeScalars.first { $0 != " " } == "@" ? "# \\\(words)" : "# \(words)"
  }

  /// A body, its text the same.
  static func json(_ text: String) -> String { text.replacingExactly("{{", with: #"{\u007b"#) }
}
