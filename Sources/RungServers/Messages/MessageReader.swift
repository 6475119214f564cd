/// Cuts a stream of bytes into messages. What is malformed is reported once, and reading goes on at the next header or line.
public struct MessageReader: Sendable {
  /// What was found in the stream.
  public enum Part: Sendable, Equatable {
    /// The bytes of one message, which may be no JSON.
    case message([UInt8])
    /// What is wrong, as a sentence.
    case malformed(String)
  }

  private let framing: MessageFraming
  /// Bytes of the longest message that is taken.
  private let limit: Int
  private var bytes: [UInt8] = []
  /// What comes before is used up.
  private var start = 0
  /// What comes before holds no end of a line or of a header.
  private var searched = 0
  /// Bytes of a message that is too long, still to be passed over.
  private var skipped = 0
  /// Whether what comes next is passed over up to the next header or line.
  private var isLost = false

  private static let longestHeader = 4096
  private static let name = Array("Content-Length:".utf8)

  /// - Parameters:
  ///   - framing: of the stream.
  ///   - limit: bytes of the longest message that is taken; a longer one is malformed.
  public init(_ framing: MessageFraming, limit: Int = 64 << 20) { (self.framing, self.limit) = (framing, limit) }

  /// Whether bytes are left that are no whole message.
  public var hasRest: Bool { start < bytes.count }

  /// Takes what was read.
  public mutating func append(_ more: some Sequence<UInt8>) {
    if start > 0, start == bytes.count || start > 1 << 16 {
      bytes.removeFirst(start)
      searched = max(0, searched - start)
      start = 0
    }
    bytes += more
  }

  /// The next message; nil until there is a whole one.
  public mutating func next() -> Part? {
    switch framing {
    case .headers: nextBehindHeader()
    case .lines: nextLine()
    }
  }

  /// Gives back a message that is no JSON: where its length was wrong, the next header is among its bytes.
  public mutating func giveBack(_ message: [UInt8]) {
    guard framing == .headers, let place = Self.header(in: message[...], isWhole: true) else { return }
    bytes.replaceSubrange(..<start, with: message[place...])
    (start, searched) = (0, 0)
  }

  // MARK: Headers

  private mutating func nextBehindHeader() -> Part? {
    while true {
      if skipped > 0 {
        let count = min(skipped, bytes.count - start)
        skipped -= count
        use(count)
        guard skipped == 0 else { return nil }
      }
      if isLost {
        guard let place = Self.header(in: bytes[start...], isWhole: false) else {
          // A header may have begun.
          use(max(0, bytes.count - start - Self.name.count))
          return nil
        }
        use(place - start)
        isLost = false
      }
      guard let end = headerEnd() else {
        guard bytes.count - start > Self.longestHeader else { return nil }
        return lost("the header has more than \(Self.longestHeader) bytes", passing: 1)
      }
      switch Self.length(in: bytes[start..<end.lowerBound]) {
      case .malformed(let reason, let isHeader): return lost(reason, passing: isHeader ? end.upperBound - start : 1)
      case .bytes(let count):
        guard count <= limit else {
          use(end.upperBound - start)
          skipped = count
          return .malformed("a message has \(count) bytes; at most \(limit) are taken")
        }
        guard bytes.count - end.upperBound >= count else {
          searched = start
          return nil
        }
        let message = Array(bytes[end.upperBound..<end.upperBound + count])
        use(end.upperBound + count - start)
        return .message(message)
      }
    }
  }

  private mutating func lost(_ reason: String, passing count: Int) -> Part {
    isLost = true
    use(count)
    return .malformed(reason)
  }

  private mutating func use(_ count: Int) {
    start += count
    searched = max(searched, start)
  }

  /// The empty line behind a header, with the end of the line before it.
  private mutating func headerEnd() -> Range<Int>? {
    var index = max(start, searched - 3)
    let last = min(bytes.count, start + Self.longestHeader)
    while index < last {
      if bytes[index] == 0x0A, index + 1 < last {
        if bytes[index + 1] == 0x0A { return range(before: index, to: index + 2) }
        if bytes[index + 1] == 0x0D, index + 2 < last, bytes[index + 2] == 0x0A { return range(before: index, to: index + 3) }
      }
      index += 1
    }
    searched = max(start, last)
    return nil
  }

  private func range(before lineEnd: Int, to end: Int) -> Range<Int> {
    (lineEnd > start && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd)..<end
  }

  private enum Length {
    case bytes(Int)
    /// - Parameter isHeader: whether it is a header all the same: other text may hold one.
    case malformed(String, isHeader: Bool)
  }

  private static func length(in header: ArraySlice<UInt8>) -> Length {
    var length: Int?
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].allSatisfy({ $0 == UInt8(ascii: "-") || ($0 | 0x20) &- 0x61 < 26 }), colon > line.startIndex else {
        return .malformed("a line of the header is not of the form `Name: value`", isHeader: false)
      }
      guard isLengthName(line[...colon]) else { continue }
      let digits = line[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 }
      guard let count = Int(String(decoding: digits, as: UTF8.self)), digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
        return .malformed("`Content-Length` is not a number of bytes", isHeader: true)
      }
      guard length ?? count == count else { return .malformed("the header has two lengths", isHeader: true) }
      length = count
    }
    return length.map { .bytes($0) } ?? .malformed("the header has no `Content-Length`", isHeader: false)
  }

  private static func isLengthName(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == name.count && zip(text, name).allSatisfy { $0 == $1 || $0 | 0x20 == $1 | 0x20 && $1 | 0x20 &- 0x61 < 26 }
  }

  /// Where a header begins.
  ///
  /// - Parameter isWhole: whether its number, and the empty line behind it, have to be there: no string of JSON holds these.
  private static func header(in bytes: ArraySlice<UInt8>, isWhole: Bool) -> Int? {
    var index = bytes.startIndex
    while index + name.count <= bytes.endIndex {
      if bytes[index] | 0x20 == name[0] | 0x20, isLengthName(bytes[index..<index + name.count]) {
        guard isWhole else { return index }
        let rest = bytes[(index + name.count)...].drop { $0 == 0x20 || $0 &- 0x30 < 10 }
        if rest.starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) || rest.starts(with: [0x0A, 0x0A]) { return index }
      }
      index += 1
    }
    return nil
  }

  // MARK: Lines

  private mutating func nextLine() -> Part? {
    while true {
      guard let end = bytes[max(start, searched)...].firstIndex(of: 0x0A) else {
        searched = bytes.count
        guard bytes.count - start > limit || isLost else { return nil }
        let isFirst = !isLost
        isLost = true
        use(bytes.count - start)
        return isFirst ? .malformed("a message has more than \(limit) bytes") : nil
      }
      let line = bytes[start..<end].last == 0x0D ? bytes[start..<end - 1] : bytes[start..<end]
      let isRest = isLost
      isLost = false
      use(end + 1 - start)
      // The rest of a line that was too long, and an empty one.
      if isRest || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      return line.count > limit ? .malformed("a message has \(line.count) bytes; at most \(limit) are taken") : .message(Array(line))
    }
  }
}
