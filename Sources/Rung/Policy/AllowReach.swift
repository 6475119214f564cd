internal import RungSource

/// What a comment is about: its own line when something else is on it; above a key or an item of a list, all that this holds.
struct AllowReach {
  private let bytes: [UInt8]
  private let file: FileID
  private let documents: [Node]

  init(_ bytes: [UInt8], _ file: FileID, _ documents: [Node]) { (self.bytes, self.file, self.documents) = (bytes, file, documents) }

  func reach(of comment: SourceSpan) -> Range<UInt32> {
    let start = lineStart(Int(comment.lower))
    if content(of: start) < Int(comment.lower) { return range(start, lineEnd(start) + 1) }
    var line = next(start)
    while line < bytes.count, let first = byte(content(of: line)), first == UInt8(ascii: "#") || isLineEnd(first) { line = next(line) }
    guard line < bytes.count else { return comment.lower..<comment.lower }
    let own = range(line, lineEnd(line) + 1)
    let end = documents.lazy.compactMap { self.end(of: $0, startingIn: own) }.first ?? own.upperBound
    return own.lowerBound..<max(own.upperBound, end)
  }

  /// Where the outermost entry or item ends that starts on a line.
  private func end(of node: Node, startingIn line: Range<UInt32>) -> UInt32? {
    for entry in node.entries where entry.key.place.span.file == file {
      if line.contains(entry.key.place.span.lower) { return entry.value.span.file == file ? max(entry.value.span.upper, entry.key.place.span.upper) : entry.key.place.span.upper }
      if let end = self.end(of: entry.value, startingIn: line) { return end }
    }
    for item in node.items where item.span.file == file {
      if line.contains(item.span.lower) { return item.span.upper }
      if let end = self.end(of: item, startingIn: line) { return end }
    }
    return nil
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

  private func next(_ start: Int) -> Int {
    let end = lineEnd(start)
    return end + (byte(end) == 0x0D && byte(end + 1) == 0x0A ? 2 : 1)
  }

  /// The first byte of a line that is no blank.
  private func content(of start: Int) -> Int {
    var index = start
    while let next = byte(index), next == 0x20 || next == 0x09 { index += 1 }
    return index
  }
}
