internal import CYAML

/// Hands a text to libyaml as a whole, and moves over comments between its tokens.
///
/// libyaml copies each character into its working buffer by itself, with checks, and looks at each one of a comment several times: together a third of
/// its time. The events are the same. Its header says that these members are internal, so it is only done for the version that it was
/// compared with; all others read as documented.
enum WholeText {
  /// Behind the text libyaml expects a NUL, and looks some bytes further.
  private static let margin = 16

  /// 0.2.5 is of 2020, and the newest one.
  private static let isKnownVersion: Bool = {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    yaml_get_version(&major, &minor, &patch)
    return (major, minor, patch) == (0, 2, 5)
  }()

  /// - Parameters:
  ///   - text: valid UTF-8 without a byte order mark.
  ///   - parser: has its input and encoding, and has read nothing. Its own buffer must be back in its place before it is deleted.
  /// - Returns: the new buffer, which the caller deallocates. Nil where libyaml is to read the text itself: it refuses some characters, and says which.
  static func hand(_ text: UnsafeBufferPointer<UInt8>, characters: Int, to parser: UnsafeMutablePointer<yaml_parser_t>) -> UnsafeMutablePointer<UInt8>? {
    guard isKnownVersion, isTaken(text, isASCII: characters == text.count) else { return nil }
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + margin)
    if let start = text.baseAddress { room.update(from: start, count: text.count) }
    (room + text.count).initialize(repeating: 0, count: margin)
    parser.pointee.buffer.start = room
    parser.pointee.buffer.pointer = room
    parser.pointee.buffer.last = room + text.count + 1
    parser.pointee.buffer.end = room + text.count + margin
    parser.pointee.unread = characters + 1
    // Nothing is to come from the input.
    parser.pointee.eof = 1
    return room
  }

  /// Whether libyaml takes every character. It refuses control characters, U+FEFF, U+FFFE and U+FFFF.
  private static func isTaken(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    let each: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // As in `WordScan`, for two kinds of bytes at once: those below a space, and DEL.
      let flipped = word ^ (each &* 0x7F)
      var found = ((word &- each &* 0x20) & ~word | (flipped &- each) & ~flipped) & (each << 7)
      while found != 0 {
        guard isTaken(UInt8(truncatingIfNeeded: word >> UInt64(found.trailingZeroBitCount & ~7))) else { return false }
        found &= found &- 1
      }
      index += 8
    }
    guard raw[index...].allSatisfy(isTaken) else { return false }
    if isASCII { return true }
    var wide = 0
    while true {
      wide += UTF8Check.asciiPrefix(UnsafeBufferPointer(rebasing: text[wide...]))
      guard wide < text.count else { return true }
      switch text[wide] {
      case 0xC2: if text[wide + 1] < 0xA0, text[wide + 1] != 0x85 { return false }
      case 0xEF: if text[wide + 1] == 0xBB && text[wide + 2] == 0xBF || text[wide + 1] == 0xBF && text[wide + 2] >= 0xBE { return false }
      default: break
      }
      wide += 1
    }
  }

  /// Of a byte that is a character by itself, or a part of one.
  private static func isTaken(_ byte: UInt8) -> Bool { byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Moves to the line of the next token, over lines of comments and empty ones, as libyaml's scanner would begin with.
  static func passComments(_ parser: UnsafeMutablePointer<yaml_parser_t>) {
    // A token that waits may turn out to be a key, which ends with its line.
    guard parser.pointee.tokens.head == parser.pointee.tokens.tail, parser.pointee.stream_start_produced != 0, let start = parser.pointee.buffer.pointer else { return }
    var next = start
    var lines = 0
    var characters = 0
    while let (end, count) = passable(next) {
      next = end
      characters += count
      lines += 1
    }
    guard lines > 0 else { return }
    parser.pointee.buffer.pointer = next
    parser.pointee.unread -= characters
    parser.pointee.mark.index += characters
    parser.pointee.mark.line += lines
    parser.pointee.mark.column = 0
    if parser.pointee.flow_level == 0 { parser.pointee.simple_key_allowed = 1 }
  }

  /// The end of the line with its LF, and its characters, where it has nothing but spaces and a comment. Lines that end in another way are left to libyaml.
  @inline(__always)
  private static func passable(_ start: UnsafeMutablePointer<UInt8>) -> (end: UnsafeMutablePointer<UInt8>, characters: Int)? {
    var at = start
    while at[0] == 0x20 { at += 1 }
    var continued = 0
    if at[0] == UInt8(ascii: "#") {
      let each: UInt64 = 0x0101_0101_0101_0101
      while true {
        // The margin has what is read behind the text.
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
        let marked = ((word &- each &* 0x20) & ~word | word) & (each << 7)
        guard marked != 0 else {
          at += 8
          continue
        }
        at += marked.trailingZeroBitCount / 8
        let byte = at[0]
        if byte < 0x80, byte != 0x09 { break }
        // These end lines too.
        if byte == 0xC2 && at[1] == 0x85 || byte == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9) { return nil }
        if byte & 0xC0 == 0x80 { continued += 1 }
        at += 1
      }
    }
    guard at[0] == 0x0A else { return nil }
    return (at + 1, at + 1 - start - continued)
  }
}
