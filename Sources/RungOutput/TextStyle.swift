internal import RungSource

/// How text is written: for a terminal or for a pipe.
public struct TextStyle: Sendable {
  /// Whether it is coloured for a terminal (ECMA-48, SGR).
  public var colour: Bool
  /// Columns of the terminal; nil when the text goes to a pipe and is not wrapped.
  public var width: Int?

  /// - Parameters:
  ///   - colour: whether it is coloured for a terminal.
  ///   - width: in columns; nil for text that is not wrapped.
  public init(colour: Bool = false, width: Int? = nil) { (self.colour, self.width) = (colour, width) }

  /// Without colour, and not wrapped: for a pipe.
  public static let plain = TextStyle()

  enum Role {
    case error, warning, note, gutter, strong, hint
  }

  /// One line, or a part of one: what is hidden in it is shown.
  func paint(_ text: String, _ role: Role) -> String {
    let text = VisibleText.of(text)
    guard colour, !text.isEmpty else { return text }
    let code =
      switch role {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      case .gutter: "34"
      case .strong: "1"
      case .hint: "32"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  func role(of severity: Severity) -> Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// The words of a text in lines of at most `width` columns, one after `first` columns that are taken already. One
  /// line when nothing is wrapped; a word that is too long has its own line. Hidden characters are shown.
  func wrapped(_ text: String, indent: Int) -> [String] {
    let text = VisibleText.of(text)
    guard let width, width > indent + 16 else { return [text] }
    var lines: [String] = []
    var line = ""
    var column = indent
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let size = DisplayWidth.of(String(word))
      if !line.isEmpty, column + 1 + size > width {
        lines.append(line)
        line = ""
        column = indent
      }
      if !line.isEmpty {
        line += " "
        column += 1
      }
      line += word
      column += size
    }
    lines.append(line)
    return lines
  }
}
