internal import RungSource

/// One file as it is shown: places as lines and columns, lines cut to a width.
struct SourceView {
  let file: SourceFile
  /// The file's name, fit to be shown.
  let shownName: String
  private let map: LineMap
  private let secrets: [Range<Int>]
  /// Where the last column on a very long line was counted to: the next one goes on from there, so that thousands of
  /// findings on one line do not each count it from its start.
  private var counted: (line: Int, offset: Int, columns: Int)?
  private static let longLine = 4096

  init(_ file: SourceFile, secrets: [Range<Int>]) {
    self.file = file
    shownName = VisibleText.of(file.name)
    self.secrets = secrets
    map = LineMap(file.bytes)
  }

  mutating func position(of offset: UInt32) -> LineMap.Position {
    if let known = file.positions[offset] { return known }
    let line = map.lineNumber(of: offset)
    let start = map.contentRange(ofLine: line).lowerBound
    let offset = min(Int(offset), file.bytes.count)
    guard offset - start > Self.longLine else { return map.position(of: UInt32(clamping: offset)) }
    var from = (line: line, offset: start, columns: 0)
    if let counted, counted.line == line, counted.offset <= offset { from = counted }
    let columns = from.columns + text(from.offset..<offset).count
    counted = (line, offset, columns)
    return LineMap.Position(line: line, column: columns + 1)
  }

  /// The line of a byte, from 1, and where it starts; behind a byte order mark.
  func line(of offset: UInt32) -> (number: Int, start: Int) {
    let number = map.lineNumber(of: offset)
    return (number, map.contentRange(ofLine: number).lowerBound)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

  // MARK: A line with what is marked in it

  struct Excerpt {
    var text: String
    /// Columns of the terminal before the carets.
    var indent: Int
    var carets: Int
    /// The last line of a span that goes beyond this line.
    var lastLine: Int?
  }

  private struct Cell {
    var text: String
    var width: Int
    var isMarked: Bool
  }

  /// The line that a span starts on, at most `width` columns of it.
  func excerpt(_ span: SourceSpan, width: Int) -> Excerpt {
    let number = map.lineNumber(of: span.lower)
    let line = map.contentRange(ofLine: number)
    let lower = min(max(Int(span.lower), line.lowerBound), line.upperBound)
    let upper = min(max(Int(span.upper), lower), line.upperBound)
    let last = span.upper > span.lower ? map.lineNumber(of: span.upper - 1) : number

    let secrets = hidden(on: line)
    if line.count <= width, file.bytes[line].allSatisfy({ $0 >= 0x20 && $0 < 0x7F }),
      secrets.isEmpty
    {
      return Excerpt(
        text: text(line), indent: lower - line.lowerBound, carets: max(1, upper - lower), lastLine: last > number ? last : nil)
    }
    // No cell is narrower than a byte of it, save for marks: four bytes for each column are plenty to look at.
    let reach = 4 * width
    let window = boundary(max(line.lowerBound, lower - reach))..<boundary(min(line.upperBound, max(lower, min(upper, lower + reach)) + reach))
    var cells: [Cell] = []
    var start: Int?
    var cursor = window.lowerBound
    while cursor < window.upperBound {
      if let secret = secrets.first(where: { $0.contains(cursor) }) {
        let isMarked = lower < upper ? secret.overlaps(lower..<upper) : secret.contains(lower)
        if isMarked, start == nil { start = cells.count }
        cells += repeatElement(Cell(text: "•", width: 1, isMarked: isMarked), count: SecretMask.dots)
        cursor = secret.upperBound
        continue
      }
      if cursor == lower, start == nil { start = cells.count }
      let ends = [lower, upper, window.upperBound] + secrets.map(\.lowerBound)
      let end = ends.lazy.filter { $0 > cursor }.min() ?? window.upperBound
      let isMarked = cursor >= lower && cursor < upper
      for character in text(cursor..<min(end, window.upperBound)) {
        var visible = ""
        VisibleText.append(character, to: &visible)
        cells.append(Cell(text: visible, width: DisplayWidth.of(visible), isMarked: isMarked))
      }
      cursor = end
    }
    var drawn = cut(
      cells, around: start ?? cells.count, width: width, moreBefore: window.lowerBound > line.lowerBound,
      moreAfter: window.upperBound < line.upperBound)
    drawn.lastLine = last > number ? last : nil
    return drawn
  }

  /// Those that have a part on a line.
  private func hidden(on line: Range<Int>) -> ArraySlice<Range<Int>> {
    var (low, high) = (0, secrets.count)
    while low < high {
      let middle = (low + high) / 2
      if secrets[middle].upperBound <= line.lowerBound { low = middle + 1 } else { high = middle }
    }
    return secrets[low...].prefix { $0.lowerBound < line.upperBound }
  }

  private func cut(_ cells: [Cell], around start: Int, width: Int, moreBefore: Bool, moreAfter: Bool) -> Excerpt {
    let before = cells[..<start].reduce(0) { $0 + $1.width }
    let marked = cells[start...].prefix { $0.isMarked }.reduce(0) { $0 + $1.width }
    let total = cells.reduce(0) { $0 + $1.width }
    var first = 0
    var last = cells.count
    var cutBefore = moreBefore
    var cutAfter = moreAfter
    if total > width || moreBefore || moreAfter {
      // The marked part should be shown completely, with more of the line before it than after it.
      let room = max(8, width - 2)
      var skip = 0
      if before + marked > room {
        let wanted = max(room / 3, room - marked - room / 6)
        skip = max(0, before - min(wanted, room * 2 / 3))
      }
      var column = 0
      while first < start, column < skip {
        column += cells[first].width
        first += 1
      }
      var shown = 0
      last = first
      while last < cells.count, shown + cells[last].width <= room {
        shown += cells[last].width
        last += 1
      }
      cutBefore = cutBefore || first > 0
      cutAfter = cutAfter || last < cells.count
    }
    var text = cutBefore ? "…" : ""
    for cell in cells[first..<last] { text += cell.text }
    if cutAfter { text += "…" }
    let visible = cells[first..<last]
    let indent = visible[..<min(max(start, first), last)].reduce(cutBefore ? 1 : 0) { $0 + $1.width }
    let carets = visible.filter(\.isMarked).reduce(0) { $0 + $1.width }
    return Excerpt(text: text, indent: indent, carets: max(1, carets))
  }

  /// The nearest start of a character at or before an offset.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
