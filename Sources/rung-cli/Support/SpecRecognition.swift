internal import RungSource

/// Whether a file among others is meant to be a stream spec, by its name or by the keys at its top. Looks at bytes only, because a directory may hold
/// thousands of files that are something else.
enum SpecRecognition {
  private static let rung = Array("rung".utf8)
  /// Keys of which a base, or a stream without a readable `rung`, has at least one.
  private static let telling = [
    "base", "extends", "low_latency", "packs", "targets", "ingest", "encoding", "ladder", "packaging", "recording", "playback", "simulcast", "idle_timeout",
  ].map { Array($0.utf8) }

  /// Whether it is called so, or has `rung` among its top-level keys.
  static func isSpec(_ bytes: [UInt8], named path: String) -> Bool {
    if PathName.isSpec(path) { return true }
    // UTF-16, which is refused when it is read, and not passed over: keys of specs are ASCII.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return hasKey(isWide ? bytes.dropFirst(2).filter { $0 != 0 } : bytes) { $0.elementsEqual(rung) }
  }

  /// Whether it is worth to be read as one that lacks the key.
  static func mayBeSpec(_ bytes: [UInt8]) -> Bool { hasKey(bytes) { key in telling.contains { key.elementsEqual($0) } || isNearRung(key) } }

  /// `rnug`, `run`: one slip away.
  private static func isNearRung(_ key: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    (3...5).contains(key.count) && (key.first.map { $0 | 0x20 } == rung[0] || key.dropFirst().first.map { $0 | 0x20 } == rung[1])
      && Similarity.isNear(String(decoding: key, as: UTF8.self), "rung", edits: 1)
  }

  /// Whether it holds nothing but blanks, comments and marks of documents, or the mere word for nothing.
  static func isBlank(_ bytes: [UInt8]) -> Bool {
    if bytes.count <= 16, ["{}", "null", "~"].contains(where: { bytes.filter { $0 > 0x20 }.elementsEqual($0.utf8) }) { return true }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = buffer.starts(with: mark) ? 3 : 0
      while index < buffer.count {
        if buffer[index] == UInt8(ascii: "#") {
          while index < buffer.count, !isLineEnd(buffer[index]) { index += 1 }
        } else if isBlank(buffer[index]) || isLineEnd(buffer[index]) {
          index += 1
        } else if buffer[index...].starts(with: "---".utf8) || buffer[index...].starts(with: "...".utf8) {
          index += 3
        } else {
          return false
        }
      }
      return true
    }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func hasKey(_ bytes: [UInt8], _ isMeant: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let start = buffer.starts(with: mark) ? 3 : 0
      var first = start
      // Comments, directives and the mark of a document before a flow mapping.
      while first < buffer.count {
        if isBlank(buffer[first]) || isLineEnd(buffer[first]) {
          first += 1
        } else if buffer[first] == UInt8(ascii: "#") || buffer[first] == UInt8(ascii: "%") {
          while first < buffer.count, !isLineEnd(buffer[first]) { first += 1 }
        } else if buffer[first...].starts(with: "---".utf8), first + 3 < buffer.count, isBlank(buffer[first + 3]) || isLineEnd(buffer[first + 3]) {
          first += 3
        } else {
          break
        }
      }
      if first < buffer.count, buffer[first] == UInt8(ascii: "{") { return hasKeyOfFlowMap(buffer, from: first, isMeant) }
      var line = first
      while line > start, isBlank(buffer[line - 1]) { line -= 1 }
      return hasKeyOfLine(buffer, from: start, indentedBy: line == start || isLineEnd(buffer[line - 1]) ? first - line : 0, isMeant)
    }
  }

  /// `rung:` at the start of a line, or where the first line has its first key.
  private static func hasKeyOfLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, indentedBy indent: Int, _ isMeant: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    var index = start
    while index < bytes.count {
      if indent == 0 || index + indent < bytes.count && bytes[index..<(index + indent)].allSatisfy(isBlank), let key = key(bytes, index + indent), isMeant(key) {
        return true
      }
      while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
      while index < bytes.count, isLineEnd(bytes[index]) { index += 1 }
    }
    return false
  }

  /// `{"rung": 1, …}`, on any number of lines.
  private static func hasKeyOfFlowMap(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isMeant: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) -> Bool {
    var depth = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != byte { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
      default: break
      }
      index += 1
      guard depth == 1, byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") else { continue }
      while index < bytes.count, isBlank(bytes[index]) || isLineEnd(bytes[index]) { index += 1 }
      if let key = key(bytes, index), isMeant(key) { return true }
    }
    return false
  }

  /// The key that begins here, with or without quotes and blanks behind it; nil when something else stands there.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
    var index = start
    var quote: UInt8?
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      quote = bytes[index]
      index += 1
    }
    let first = index
    while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 || bytes[index] == UInt8(ascii: "_") { index += 1 }
    let end = index
    guard end > first else { return nil }
    if let quote {
      guard index < bytes.count, bytes[index] == quote else { return nil }
      index += 1
    }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":") ? bytes[first..<end] : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
