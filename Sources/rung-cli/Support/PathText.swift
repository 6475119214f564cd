internal import RungPlatform

/// Paths are bytes; here they are texts. A byte that is no UTF-8 is written `\xE9`, and so is the backslash of a name that
/// already holds such four characters: no two paths have the same text, and a text can be shown as it is.
enum PathText {
  private static let backslash = UInt8(ascii: "\\")

  static func of(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(backslash) { return text }
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = scalarLength(bytes[index...])
      if length == 0 || bytes[index] == backslash && escaped(bytes, at: index) != nil {
        text += "\\x\(String(bytes[index], radix: 16, uppercase: true))".utf8
        index += 1
      } else {
        text += bytes[index..<index + length]
        index += length
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func of(_ name: UnsafePointer<CChar>) -> String {
    // UTF-8 without a backslash needs no escaping.
    if let text = String(validatingCString: name), !text.utf8.contains(backslash) { return text }
    return of([UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name))))
  }

  static func bytes(_ text: String) -> [UInt8] {
    let all = [UInt8](text.utf8)
    guard all.contains(backslash) else { return all }
    var bytes: [UInt8] = []
    var index = 0
    while index < all.count {
      if let byte = escaped(all, at: index) {
        bytes.append(byte)
        index += 4
      } else {
        bytes.append(all[index])
        index += 1
      }
    }
    return bytes
  }

  /// For a pattern: one for each character, and for each byte that is none.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    guard text.utf8.contains(backslash) else { return Array(text.unicodeScalars) }
    let bytes = bytes(text)
    var scalars: [Unicode.Scalar] = []
    var index = 0
    while index < bytes.count {
      let length = max(1, scalarLength(bytes[index...]))
      // What is no character has a place of its own behind all characters that are in use.
      let character = String(validating: bytes[index..<index + length], as: UTF8.self)?.unicodeScalars.first
      scalars.append(character ?? Unicode.Scalar(0x10FF00 + UInt32(bytes[index])) ?? "\u{FFFD}")
      index += length
    }
    return scalars
  }

  /// Calls the system with the bytes of a path. The system knows no name with a zero in it: it is given none, and finds nothing.
  static func call<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard path.utf8.contains(where: { $0 == backslash || $0 == 0 }) else { return path.withCString(body) }
    let bytes = bytes(path)
    guard !bytes.contains(0) else { return "".withCString(body) }
    return (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }

  /// The byte that `\xE9` stands for.
  private static func escaped(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == backslash, index + 3 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
      let high = digit(bytes[index + 2]), let low = digit(bytes[index + 3])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// The bytes of the character at the start; 0 when there is none.
  private static func scalarLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, bytes.count >= length else { return 0 }
    return length == 1 || String(validating: bytes.prefix(length), as: UTF8.self) != nil ? length : 0
  }
}
