package import RungProviders
internal import RungSource

/// A matrix as a table of GitHub's Markdown.
package enum MatrixMarkdown {
  package static func text(_ matrix: Matrix) -> String {
    let namesFiles = matrix.hasSeveralFiles
    return matrix.tables.map { text($0, in: namesFiles ? $0.file : nil) }.joined(separator: "\n")
  }

  private static func text(_ table: Matrix.Table, in file: String?) -> String {
    let place = file.map { " (\(MarkdownText.code($0)))" } ?? ""
    var text = "### \(MarkdownText.prose(table.name ?? "a stream without a name"))\(place)\n\n"
    text += MarkdownText.head(["", "spec"] + table.providers.map { MarkdownText.prose($0.title, inCell: true) })
    for line in table.rows { text += MarkdownText.row([line.title, MarkdownText.prose(line.asked, inCell: true)] + line.cells.map(mark)) }
    text += MarkdownText.row(["**verdict**", ""] + table.providers.map { MarkdownText.prose($0.verdict.text, inCell: true) })
    text += "\n✓ supported, ~ changed or in part, – omitted, ✗ rejected, · not set for it, ? not judged\n"
    if !table.notes.isEmpty { text += "\n" }
    for note in table.notes {
      let title = table.providers.first { $0.id == note.provider }?.title ?? note.provider.rawValue
      text += "\(note.number). \(MarkdownText.prose(title)): \(MarkdownText.prose(note.text))\(note.rule.map { " (`\($0)`)" } ?? "")\n"
    }
    return text
  }

  private static func mark(_ cell: Matrix.Cell) -> String {
    let numbers = cell.notes.map { String($0) }.joined(separator: ",")
    return MatrixText.symbol(of: cell.state).replacingTilde + (numbers.isEmpty ? "" : " <sup>\(numbers)</sup>")
  }
}

extension String {
  /// Two tildes in a row of cells would strike out the text between them.
  fileprivate var replacingTilde: String { self == "~" ? "\\~" : self }
}
