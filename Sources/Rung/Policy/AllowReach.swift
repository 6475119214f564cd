internal import RungSource

/// What a comment is about: its own line when something else is on it; above a key or an item of a list, all that this holds.
struct AllowReach {
  private let bytes: [UInt8]
  private let file: FileID
  /// Where entries and items start and end, in the order of the text; of those that start in one place the outermost first.
  private var parts: [Range<UInt32>] = []
  /// The line of the last comment, without its end: a line may have many.
  private var line = (range: 0..<0, content: 0)
  /// The last run of comments and empty lines that was passed, and what the line below it reaches.
  private var passed = (run: 0..<0, reach: UInt32(0)..<UInt32(0))

  init(_ bytes: [UInt8], _ file: FileID, _ documents: [Node]) {
    (self.bytes, self.file) = (bytes, file)
    for document in documents { _ = note(document) }
    parts = parts.enumerated().sorted { ($0.element.lowerBound, $0.offset) < ($1.element.lowerBound, $1.offset) }.map(\.element)
  }

  mutating func reach(of comment: SourceSpan) -> Range<UInt32> {
    if !line.range.contains(Int(comment.lower)) {
      let start = lineStart(Int(comment.lower))
      line = (start..<lineEnd(start), content(of: start))
    }
    if line.content < Int(comment.lower) { return range(line.range.lowerBound, line.range.upperBound + 1) }
    let first = behind(line.range.upperBound)
    if !passed.run.contains(first) { pass(from: first) }
    return passed.run.upperBound < bytes.count ? passed.reach : comment.lower..<comment.lower
  }

  /// Passes comments and empty lines. Runs that touch are one; the line below is looked at once.
  private mutating func pass(from first: Int) {
    var next = first
    while next < bytes.count, let sign = byte(content(of: next)), sign == UInt8(ascii: "#") || isLineEnd(sign) { next = behind(lineEnd(next)) }
    guard next < bytes.count else { return passed = (first..<next, 0..<0) }
    let own = range(next, lineEnd(next) + 1)
    let end = firstPart(in: own)?.upperBound ?? own.upperBound
    passed = (first..<next, own.lowerBound..<max(own.upperBound, end))
  }

  /// The outermost entry or item that starts on a line.
  private func firstPart(in line: Range<UInt32>) -> Range<UInt32>? {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].lowerBound < line.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < parts.count && line.contains(parts[low].lowerBound) ? parts[low] : nil
  }

  /// - Returns: where the last of what a node holds ends in the text. An alias stands for a node that is elsewhere: its line ends it.
  private mutating func note(_ node: Node) -> UInt32 {
    var end = node.span.upper
    for entry in node.entries where entry.key.place.span.file == file {
      let key = entry.key.place.span
      let index = parts.count
      parts.append(key.lower..<key.upper)
      let isHere = entry.value.span.file == file && entry.value.span.lower >= key.upper
      let last = isHere ? max(key.upper, note(entry.value)) : UInt32(clamping: lineEnd(Int(key.upper)))
      parts[index] = key.lower..<last
      end = max(end, last)
    }
    var before = node.span.lower
    for item in node.items where item.span.file == file && item.span.lower >= before {
      let index = parts.count
      parts.append(item.span.lower..<item.span.upper)
      let last = max(item.span.upper, note(item))
      parts[index] = item.span.lower..<last
      (before, end) = (item.span.lower, max(end, last))
    }
    return end
  }

  private func range(_ lower: Int, _ upper: Int) -> Range<UInt32> { UInt32(clamping: lower)..<UInt32(clamping: upper) }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func lineStart(_ index: Int) -> Int {
    var start = index
    while start > 0, !isLineEnd(bytes[start - 1]) { start -= 1 }
    return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while let next = byte(end), !isLineEnd(next) { end += 1 }
    return end
  }

  private func behind(_ end: Int) -> Int { end + (byte(end) == 0x0D && byte(end + 1) == 0x0A ? 2 : 1) }

  /// The first byte of a line that is no blank.
  private func content(of start: Int) -> Int {
    var index = start
    while let next = byte(index), next == 0x20 || next == 0x09 { index += 1 }
    return index
  }
}
