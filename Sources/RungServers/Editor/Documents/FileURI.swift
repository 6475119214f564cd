/// Addresses of files, as editors write them.
enum FileURI {
  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// The path of `file://…`; nil for any other address, and for a file of another machine.
  static func path(_ uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file:") else { return nil }
    var rest = Array(uri.utf8.dropFirst(5))
    if rest.starts(with: "//".utf8) {
      rest.removeFirst(2)
      let host = rest.prefix { $0 != UInt8(ascii: "/") }
      guard host.isEmpty || host.elementsEqual("localhost".utf8) else { return nil }
      rest.removeFirst(host.count)
    }
    var path: [UInt8] = []
    var index = 0
    while index < rest.count {
      if rest[index] == UInt8(ascii: "%"), index + 2 < rest.count, let high = digit(rest[index + 1]), let low = digit(rest[index + 2]) {
        path.append(high << 4 | low)
        index += 3
      } else {
        path.append(rest[index])
        index += 1
      }
    }
    guard path.first == UInt8(ascii: "/"), !path.contains(0) else { return nil }
    return String(decoding: path, as: UTF8.self)
  }

  static func uri(_ path: String) -> String {
    var uri = Array("file://".utf8)
    for byte in path.utf8 {
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "/-._~".utf8.contains(byte) {
        uri.append(byte)
      } else {
        uri += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
