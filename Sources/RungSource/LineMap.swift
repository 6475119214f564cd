/// Byte offsets to lines and columns, built when something is shown.
///
/// A line ends at LF, CRLF or a lone CR, as YAML and editors count. Columns count characters (grapheme clusters) from 1;
/// a byte order mark has no width.
public struct LineMap: Sendable {
  /// A line and a column, both from 1. Columns count characters.
  public struct Position: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// In characters, from 1.
    public let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let bytes: [UInt8]
  private let starts: [Int]

  /// - Parameter bytes: UTF-8; CR, LF and CRLF each end a line.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = bytes.withUnsafeBytes { Self.starts($0) }
  }

  /// Where lines start. Most bytes do not end a line: eight at a time are checked.
  private static func starts(_ bytes: UnsafeRawBufferPointer) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if Self.places(of: 0x0D, in: word) == 0 {
          var places = Self.places(of: 0x0A, in: word)
          while places != 0 {
            starts.append(index + places.trailingZeroBitCount / 8 + 1)
            places &= places - 1
          }
          index += 8
          continue
        }
      }
      let end = min(index + 8, bytes.count)
      while index < end {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D {
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
          starts.append(index)
        }
      }
    }
    return starts
  }

  /// The highest bit of each of the eight bytes of a word that has a value.
  private static func places(of value: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(value))
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// At least 1: a text without bytes has one empty line.
  public var lineCount: Int { starts.count }

  /// The place of a byte; an offset after the end counts as the end.
  public func position(of offset: UInt32) -> Position {
    let offset = Swift.min(Int(offset), bytes.count)
    let line = lineIndex(of: offset)
    let start = contentStart(line)
    // A byte is a character in ASCII, save for CRLF, which ends a line.
    if offset <= start || bytes[start..<offset].allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      return Position(line: line + 1, column: max(0, offset - start) + 1)
    }
    return Position(line: line + 1, column: text(from: start, to: offset).count + 1)
  }

  /// The characters of a line (from 1), its ending and a byte order mark left out. Empty for a line that the text does not have.
  public func line(_ number: Int) -> String {
    let range = contentRange(ofLine: number)
    return text(from: range.lowerBound, to: range.upperBound)
  }

  /// The number (from 1) of the line that contains a byte.
  package func lineNumber(of offset: UInt32) -> Int { lineIndex(of: Swift.min(Int(offset), bytes.count)) + 1 }

  /// The bytes of a line (from 1), its ending and a byte order mark left out.
  package func contentRange(ofLine number: Int) -> Range<Int> {
    guard (1...starts.count).contains(number) else { return bytes.count..<bytes.count }
    let index = number - 1
    var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    while end > starts[index], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let start = contentStart(index)
    return start..<Swift.max(start, end)
  }

  /// What ends the first line of a text; LF where nothing does.
  package static func lineEnd(of bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), bytes[first] == 0x0D else { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func contentStart(_ line: Int) -> Int {
    line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
  }

  private func text(from lower: Int, to upper: Int) -> String {
    lower < upper ? String(decoding: bytes[lower..<upper], as: UTF8.self) : ""
  }
}
