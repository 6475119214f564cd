/// Rows of equally many cells, as columns of equal width. The first row is the head.
enum TextTable {
  static func text(_ rows: [[String]], _ style: TextStyle) -> String {
    guard let head = rows.first else { return "" }
    let widths = head.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      var line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.of($0)) }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return index == 0 ? style.paint(line, .gutter) : line
    }.joined(separator: "\n") + "\n"
  }
}
