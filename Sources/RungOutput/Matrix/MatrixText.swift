package import RungProviders
internal import RungSource

/// A matrix to read: at most about 100 columns for four providers.
package enum MatrixText {
  package static func text(_ matrix: Matrix, style: TextStyle = .plain) -> String {
    let namesFiles = matrix.hasSeveralFiles
    return matrix.tables.map { table in
      (namesFiles ? table.file.map { style.paint($0, .strong) + "\n" } ?? "" : "") + text(table, style)
    }.joined(separator: "\n")
  }

  /// The longest text of a value.
  private static let widest = 36

  private static func text(_ table: Matrix.Table, _ style: TextStyle) -> String {
    let cells = table.rows.map { row in [row.title, shortened(row.asked)] + row.cells.map(mark) }
    let heads = [VisibleText.of(shortened(table.name ?? "a stream without a name")), ""] + table.providers.map(\.title)
    var widths = heads.indices.map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    for column in heads.indices.dropFirst(2) { widths[column] = max(widths[column], DisplayWidth.of(heads[column])) }
    // The name is also above the values.
    let room = widths[0] + 2 + widths[1]
    widths[1] += max(0, DisplayWidth.of(heads[0]) - room)

    var text = style.paint(
      TextTable.line([heads[0].padded(to: widths[0] + 2 + widths[1])] + zip(heads, widths).dropFirst(2).map { $0.padded(to: $1) }), .strong)
    text += "\n"
    for (row, words) in zip(table.rows, cells) {
      var parts = zip(words, widths).map { $0.padded(to: $1) }
      for index in row.cells.indices {
        if let role = role(of: row.cells[index].state) { parts[index + 2] = style.paint(parts[index + 2], role) }
      }
      text += TextTable.line(parts) + "\n"
    }
    text += "\n✓ supported  ~ changed or in part  – omitted  ✗ rejected"
    if table.rows.contains(where: { $0.cells.contains { $0.state == .notAsked } }) { text += "  · not set for it" }
    if table.rows.contains(where: { $0.cells.contains { $0.state == .unknown } }) { text += "  ? not judged" }
    text += "\n\n"

    let lead = table.providers.map { DisplayWidth.of($0.title) }.max() ?? 0
    for provider in table.providers {
      let verdict = style.wrapped(provider.verdict.text, indent: lead + 2)
      text += provider.title.padded(to: lead + 2) + verdict.joined(separator: "\n" + String.blanks(lead + 2)) + "\n"
    }
    if !table.notes.isEmpty { text += "\n" }
    let digits = String(table.notes.count).utf8.count
    for note in table.notes {
      let title = table.providers.first { $0.id == note.provider }?.title ?? note.provider.rawValue
      let words = "\(title): \(VisibleText.of(note.text))\(note.rule.map { " (\($0))" } ?? "")"
      let number = String(note.number)
      text += String.blanks(digits - number.utf8.count) + number + "  "
      text += style.wrapped(words, indent: digits + 2).joined(separator: "\n" + String.blanks(digits + 2)) + "\n"
    }
    return text
  }

  private static func mark(_ cell: Matrix.Cell) -> String {
    let numbers = cell.notes.map { String($0) }.joined(separator: ",")
    return symbol(of: cell.state) + (numbers.isEmpty ? "" : " \(numbers)")
  }

  static func symbol(of state: Matrix.State) -> String {
    switch state {
    case .supported: "✓"
    case .changed: "~"
    case .notExpressible: "–"
    case .rejected: "✗"
    case .notAsked: "·"
    case .unknown: "?"
    }
  }

  private static func role(of state: Matrix.State) -> TextStyle.Role? {
    switch state {
    case .supported: .hint
    case .changed, .notExpressible: .warning
    case .rejected: .error
    case .notAsked, .unknown: nil
    }
  }

  private static func shortened(_ text: String) -> String {
    let text = VisibleText.of(text)
    guard DisplayWidth.of(text) > widest else { return text }
    var short = ""
    var width = 0
    for character in text {
      width += DisplayWidth.of(character)
      if width >= widest { break }
      short.append(character)
    }
    return short + "…"
  }
}
