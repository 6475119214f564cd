package import RungSource

/// Text that others wrote, made fit for GitHub's Markdown: never markup, a link, a mention or a hidden character.
///
/// No Markdown reader interprets code: anything that could be more than plain words is written as a span of code.
package enum MarkdownText {
  /// A sentence. Text between two backquotes is quoted by Rung and becomes code.
  package static func prose(_ text: String, inCell: Bool = false) -> String {
    let text = VisibleText.of(text)
    let parts = text.unicodeScalars.split(separator: "`", omittingEmptySubsequences: false).map { String($0) }
    // With an odd number of backquotes, or with two side by side, some are from the author's text.
    let isQuoting = parts.count % 2 == 1 && parts.dropFirst().dropLast().allSatisfy { !$0.isEmpty }
    guard isQuoting, !parts.enumerated().contains(where: { $0 % 2 == 0 && isObeyed($1) }) else { return code(text, inCell: inCell) }
    return parts.enumerated().map { $0 % 2 == 1 ? code($1, inCell: inCell) : words($1) }.joined()
  }

  /// A value, as code.
  package static func code(_ text: String, inCell: Bool = false) -> String {
    var text = LogCommands.defused(VisibleText.of(text))
    guard !text.isEmpty else { return "" }
    // A bar ends a cell, code or not, unless a backslash precedes it; readers differ on two of them.
    if inCell { text = text.replacingExactly(#"\|"#, with: #"\\u{7C}"#).replacingExactly("|", with: #"\|"#) }
    let longest = text.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let ends = [text.utf8.first, text.utf8.last].compactMap { $0 }
    let isBare = !ends.contains(UInt8(ascii: "`")) && !ends.contains(0x20)
    return isBare ? fence + text + fence : "\(fence) \(text) \(fence)"
  }

  /// A document of which Rung's own sources give the address.
  package static func cited(_ citation: Citation, inCell: Bool = false) -> String {
    let text = prose(citation.text, inCell: inCell)
    let link = citation.url.map { "[\(text)](<\($0)>)" } ?? text
    return link + (citation.checked.map { ", checked \($0)" } ?? "")
  }

  /// A row of a table, of cells that are Markdown already.
  static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// The head of a table.
  static func head(_ cells: [String]) -> String { row(cells) + row(cells.map { _ in "---" }) }

  /// What GitHub interprets although it is not markup: links, mentions, issues, formulas, emoji.
  private static func isObeyed(_ words: String) -> Bool {
    words.utf8.contains { "@#$".utf8.contains($0) } || words.exactRange(of: "//") != nil || words.lowercased().exactRange(of: "www.") != nil
      || words.contains(#/:[A-Za-z0-9_+-]+:/#.matchingSemantics(.unicodeScalar))
  }

  private static func words(_ text: String) -> String {
    text.escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "|": "&#124;"
      case "\\", "*", "_", "[", "]", "~", "!": "\\\(scalar)"
      default: nil
      }
    }
  }
}
