internal import RungSource

/// Text that others wrote, made fit for GitHub's Markdown: never markup, a link, a mention or a hidden character.
///
/// Code is what no reader of Markdown looks into: whatever could be taken for more than words stands in a span of code.
enum MarkdownText {
  /// A sentence. What stands between two backquotes is Rung's own way to quote, and becomes code.
  static func prose(_ text: String, inCell: Bool = false) -> String {
    let text = VisibleText.of(text)
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // With one backquote too many, or with two side by side, nobody knows which are the author's.
    let isQuoting = parts.count % 2 == 1 && parts.dropFirst().dropLast().allSatisfy { !$0.isEmpty }
    guard isQuoting, !parts.enumerated().contains(where: { $0 % 2 == 0 && isObeyed($1) }) else { return code(text, inCell: inCell) }
    return parts.enumerated().map { $0 % 2 == 1 ? code(String($1), inCell: inCell) : words($1) }.joined()
  }

  /// A value, as code.
  static func code(_ text: String, inCell: Bool = false) -> String {
    var text = LogCommands.defused(VisibleText.of(text))
    guard !text.isEmpty else { return "" }
    // A bar ends a cell, code or not, unless a backslash stands before it; readers differ on two of them.
    if inCell { text = text.replacing(#"\|"#, with: #"\\u{7C}"#).replacing("|", with: #"\|"#) }
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let isBare = text.first != "`" && text.last != "`" && text.first != " " && text.last != " "
    return isBare ? fence + text + fence : "\(fence) \(text) \(fence)"
  }

  /// What GitHub makes something of although it is no markup: links, mentions, issues, formulas, emoji.
  private static func isObeyed(_ words: Substring) -> Bool {
    words.contains { "@#$".contains($0) } || words.contains("//") || words.lowercased().contains("www.")
      || words.contains(#/:[A-Za-z0-9_+-]+:/#)
  }

  private static func words(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "|": result += "&#124;"
      case "\\", "*", "_", "[", "]", "~", "!": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
