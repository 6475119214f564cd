internal import RungSource

/// Bytes of a text to positions of the protocol, and back. Lines end at LF, CRLF or a lone CR, as the protocol has it.
struct LineIndex: Sendable {
  let bytes: [UInt8]
  private let starts: [Int]
  private let encoding: PositionEncoding
  /// UTF-16 units before each block of the text, so that a long line is not counted again for each position in it. Empty for UTF-8.
  private let units: [Int]
  private static let block = 256

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A) { starts.append(index + 1) }
      }
    }
    self.starts = starts
    var (units, count): ([Int], Int) = ([], 0)
    if encoding == .utf16 {
      units.reserveCapacity(bytes.count / Self.block + 1)
      for (index, byte) in bytes.enumerated() {
        if index % Self.block == 0 { units.append(count) }
        count += Self.units(of: byte)
      }
      if bytes.count % Self.block == 0 { units.append(count) }
    }
    self.units = units
  }

  var lineCount: Int { starts.count }

  /// The number of the line, from 0, that a byte is in.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The bytes of a line, from 0, without its end.
  func content(ofLine line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return bytes.count..<bytes.count }
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > starts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return starts[line]..<end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self) }

  /// The blanks that a line begins with.
  func indentation(ofLine line: Int) -> Range<Int> {
    let content = content(ofLine: line)
    return content.lowerBound..<(content.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 } ?? content.upperBound)
  }

  // MARK: Positions

  func position(of offset: Int) -> Node {
    let offset = min(max(0, offset), bytes.count)
    let line = line(of: offset)
    let end = min(offset, content(ofLine: line).upperBound)
    return .object([("line", .number(line)), ("character", .number(units(in: starts[line]..<max(end, starts[line]))))])
  }

  func range(_ range: Range<Int>) -> Node { .object([("start", position(of: range.lowerBound)), ("end", position(of: range.upperBound))]) }

  /// - Parameter position: a character after the end of its line counts as the end, a line after the last as the end of the text.
  /// - Returns: nil for what is no position.
  func offset(of position: Node?) -> Int? {
    guard let line = position?["line"]?.wholeNumber, let character = position?["character"]?.wholeNumber, line >= 0, character >= 0 else { return nil }
    guard line < starts.count else { return bytes.count }
    let content = content(ofLine: line)
    if encoding == .utf8 {
      var offset = min(content.upperBound, content.lowerBound + min(character, content.count))
      // Not into a character.
      while offset > content.lowerBound, offset < content.upperBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }
    // The last block of the line that begins before the character, or at it.
    let start = unitsBefore(content.lowerBound)
    var (low, high) = (content.lowerBound / Self.block, content.upperBound / Self.block)
    while low < high {
      let middle = (low + high + 1) / 2
      if units[middle] - start <= character { low = middle } else { high = middle - 1 }
    }
    var offset = max(content.lowerBound, low * Self.block)
    while offset < content.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    var count = unitsBefore(offset) - start
    while offset < content.upperBound {
      count += Self.units(of: bytes[offset])
      if count > character { break }
      offset = min(content.upperBound, offset + Self.length(ofCharacterWith: bytes[offset]))
    }
    return offset
  }

  func range(of range: Node?) -> Range<Int>? {
    guard let start = offset(of: range?["start"]), let end = offset(of: range?["end"]) else { return nil }
    return min(start, end)..<max(start, end)
  }

  private func units(in range: Range<Int>) -> Int {
    encoding == .utf16 ? unitsBefore(range.upperBound) - unitsBefore(range.lowerBound) : range.count
  }

  /// UTF-16 units from the start of the text.
  private func unitsBefore(_ offset: Int) -> Int {
    let block = offset / Self.block
    return bytes[(block * Self.block)..<offset].reduce(units[block]) { $0 + Self.units(of: $1) }
  }

  /// UTF-16 units of the character that begins with a byte; none for a byte inside one.
  private static func units(of byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }

  private static func length(ofCharacterWith first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
