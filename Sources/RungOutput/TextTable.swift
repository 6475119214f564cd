internal import RungSource

/// Rows of equally many cells, as columns of equal width. The first row is the head. What is hidden in a cell is shown.
enum TextTable {
  static func text(_ rows: [[String]], _ style: TextStyle) -> String {
    let rows = rows.map { $0.map(VisibleText.of) }
    guard let head = rows.first else { return "" }
    let widths = head.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      var line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.of($0)) }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return index == 0 ? style.paint(line, .gutter) : line
    }.joined(separator: "\n") + "\n"
  }
}
