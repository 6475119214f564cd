internal import RungSource

/// Rows of equally many cells, as columns of equal width. The first row is the head. What is hidden in a cell is shown.
enum TextTable {
  static func text(_ rows: [[String]], _ style: TextStyle) -> String {
    let rows = rows.map { $0.map(VisibleText.of) }
    guard let head = rows.first else { return "" }
    let widths = head.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      let line = line(zip(row, widths).map { $0.padded(to: $1) })
      return index == 0 ? style.paint(line, .gutter) : line
    }.joined(separator: "\n") + "\n"
  }

  /// Cells beside each other, without blanks after the last one.
  static func line(_ cells: [String]) -> String {
    var line = cells.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
