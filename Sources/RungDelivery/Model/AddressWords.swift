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
    var rest = address[...]
    if let scheme = rest.range(of: "://") {
      rest = rest[scheme.upperBound...]
      rest = rest.utf8.firstIndex(of: UInt8(ascii: "/")).map { rest[$0...] } ?? ""
    }
    return String(rest.prefix { $0 != "?" && $0 != "#" })
  }

  /// The path without its last run of digits.
  package static func withoutNumber(_ address: String) -> String {
    var bytes = Array(path(of: address).utf8)
    guard let last = bytes.lastIndex(where: { $0 &- 0x30 < 10 }) else { return String(decoding: bytes, as: UTF8.self) }
    let first = bytes[...last].lastIndex { $0 &- 0x30 > 9 }.map { $0 + 1 } ?? 0
    bytes.removeSubrange(first...last)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it has a scheme, or begins at the root of a server: no path below that of its playlist.
  package static func isElsewhere(_ address: String) -> Bool { address.hasPrefix("/") || address.contains("://") || address.hasPrefix("data:") }

  /// Its parts joined to those of a directory, `.` and `..` resolved; nil where it leads above the start.
  package static func resolved(_ address: String, below directory: [Substring]) -> [Substring]? {
    var parts = directory
    for part in path(of: address).split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(Substring(part))
      }
    }
    return parts
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
