/// Whether a file among others is meant to be a stream spec: it has `rung` among its top-level keys. Looks at bytes only,
/// because a directory may hold thousands of files that are something else.
enum SpecRecognition {
  private static let key = Array("rung".utf8)

  static func isSpec(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      var first = start
      while first < buffer.count, isBlank(buffer[first]) || isLineEnd(buffer[first]) { first += 1 }
      if first < buffer.count, buffer[first] == UInt8(ascii: "{") { return isKeyOfFlowMap(buffer, from: first) }
      return isKeyOfLine(buffer, from: start)
    }
  }

  /// `rung:` at the start of a line.
  private static func isKeyOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      if keyEnd(bytes, index) != nil { return true }
      while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
      while index < bytes.count, isLineEnd(bytes[index]) { index += 1 }
    }
    return false
  }

  /// `{"rung": 1, …}`, on any number of lines.
  private static func isKeyOfFlowMap(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
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
      if keyEnd(bytes, index) != nil { return true }
    }
    return false
  }

  /// The place after `rung:`, with or without quotes and blanks; nil when something else stands there.
  private static func keyEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    var quote: UInt8?
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      quote = bytes[index]
      index += 1
    }
    guard index + key.count < bytes.count, key.indices.allSatisfy({ bytes[index + $0] == key[$0] }) else { return nil }
    index += key.count
    if let quote {
      guard bytes[index] == quote else { return nil }
      index += 1
    }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":") ? index + 1 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
