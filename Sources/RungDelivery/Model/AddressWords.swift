/// The words of an address or a path by which a rendition may be known.
package enum AddressWords {
  /// `https://cdn.example.com/live/720p/index.m3u8?token=1`: `live`, `720p`, `index`.
  package static func of(_ address: String) -> [String] {
    path(of: address).split(separator: "/").map { part in
      let name = part.utf8.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 == part.startIndex ? nil : part[..<$0] } ?? part
      return String(name)
    }
  }

  /// Without scheme, host, query and fragment.
  package static func path(of address: String) -> String {
    var rest = address.utf8[...]
    if let scheme = scheme(of: address) { rest = rest[scheme...] }
    if rest.starts(with: "//".utf8) { rest = rest.dropFirst(2).drop { $0 != slash } }
    return String(Substring(rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }))
  }

  /// Behind the colon of a scheme (RFC 3986, section 3.1); nil without one. A colon in a query is none.
  private static func scheme(of address: String) -> String.Index? {
    let name = address.utf8.prefix { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    guard let first = name.first, first | 0x20 &- 0x61 < 26, name.endIndex < address.endIndex, address.utf8[name.endIndex] == UInt8(ascii: ":") else { return nil }
    let behind = address.utf8.index(after: name.endIndex)
    return address.utf8[behind...].starts(with: "//".utf8) || name.elementsEqual("data".utf8) ? behind : nil
  }

  private static let slash = UInt8(ascii: "/")

  /// Without query and fragment, which may hold tokens.
  package static func shown(_ address: String) -> String { String(address.prefix { $0 != "?" && $0 != "#" && $0 != ";" }) }

  /// The path without its last run of digits.
  package static func withoutNumber(_ address: String) -> String {
    var bytes = Array(path(of: address).utf8)
    guard let last = bytes.lastIndex(where: { $0 &- 0x30 < 10 }) else { return String(decoding: bytes, as: UTF8.self) }
    let first = bytes[...last].lastIndex { $0 &- 0x30 > 9 }.map { $0 + 1 } ?? 0
    bytes.removeSubrange(first...last)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it has a scheme, or begins at the root of a server: no path below that of its playlist.
  package static func isElsewhere(_ address: String) -> Bool { address.utf8.first == slash || scheme(of: address) != nil }

  /// Its parts joined to those of a directory, escapes read, `.` and `..` resolved; nil where it leads above the start, and where a part is no
  /// name of a file.
  package static func resolved(_ address: String, below directory: [Substring]) -> [Substring]? {
    var parts = directory
    for written in path(of: address).split(separator: "/") {
      guard let part = unescaped(written) else { return nil }
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// A part of a path without its percent-encoding (RFC 3986, section 2.1); nil where a slash or a zero byte is behind it.
  private static func unescaped(_ part: Substring) -> Substring? {
    guard part.utf8.contains(UInt8(ascii: "%")) else { return part }
    let written = Array(part.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < written.count {
      if written[index] == UInt8(ascii: "%"), index + 2 < written.count, let high = Character(UnicodeScalar(written[index + 1])).hexDigitValue, let low = Character(UnicodeScalar(written[index + 2])).hexDigitValue {
        bytes.append(UInt8(high << 4 | low))
        index += 3
      } else {
        bytes.append(written[index])
        index += 1
      }
    }
    return bytes.contains { $0 == slash || $0 == 0 } ? nil : Substring(String(decoding: bytes, as: UTF8.self))
  }
}
