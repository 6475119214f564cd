internal import RungSource

/// An absolute URL, parsed as far as rules need it (RFC 3986, section 3). The text is kept as it was written. References
/// (`${env:NAME}`) may be anywhere after the scheme: their values are not known.
public struct StreamURL: Sendable, Hashable {
  /// As it is written.
  public let text: String
  /// In lower case.
  public let scheme: String
  /// The part before `@`; nil where there is none.
  public let userInfo: String?
  private let isBracketed: Bool
  /// Without brackets and port; empty when the URL has none.
  public let host: String
  /// Nil when the URL has none, and when it is a reference.
  public let port: Int?
  /// The port with the colon before it, a reference unchanged; empty when the URL has none.
  private let portSuffix: String
  /// From the first `/`; empty when the URL ends before it.
  public let path: String
  /// Without the `?`; nil where there is none.
  public let query: String?

  /// Nil for a text without a scheme or a host.
  public init?(_ text: String) {
    var copy = text
    let parts = copy.withUTF8 { Parts($0) }
    guard let parts else { return nil }
    self.text = text
    scheme = parts.scheme
    userInfo = parts.userInfo
    host = parts.host
    isBracketed = parts.isBracketed
    port = parts.port
    portSuffix = parts.port.map { ":\($0)" } ?? parts.portReference.map { ":\($0)" } ?? ""
    path = parts.path
    query = parts.query
  }

  /// The parts of the text, found on its bytes.
  private struct Parts {
    var scheme: String
    var userInfo: String?
    var host: String
    var isBracketed = false
    var port: Int?
    /// Where it is a reference.
    var portReference: String?
    var path: String
    var query: String?

    /// Marks a byte that belongs to a reference: it does not separate parts.
    private static let opaque = UInt8(ascii: "$")

    init?(_ whole: UnsafeBufferPointer<UInt8>) {
      guard whole.contains(Self.opaque) else {
        self.init(whole, of: whole)
        return
      }
      var signs = Array(whole)
      for range in SecretText.referenceRanges(in: signs) { for index in range { signs[index] = Self.opaque } }
      guard let parts = signs.withUnsafeBufferPointer({ Parts($0, of: whole) }) else { return nil }
      self = parts
    }

    /// - Parameters:
    ///   - bytes: with references masked, to find the parts.
    ///   - whole: the URL itself, byte for byte.
    private init?(_ bytes: UnsafeBufferPointer<UInt8>, of whole: UnsafeBufferPointer<UInt8>) {
      typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>
      func text(_ slice: Bytes) -> String { String(decoding: UnsafeBufferPointer(rebasing: whole[slice.startIndex..<slice.endIndex]), as: UTF8.self) }
      /// Whether it is a port, and which where it is known.
      func number(_ slice: Bytes) -> Int?? {
        guard !slice.isEmpty, slice.allSatisfy({ $0 &- 0x30 < 10 || $0 == Self.opaque }) else { return nil }
        if slice.contains(Self.opaque) { return .some(nil) }
        guard slice.count <= 5 else { return nil }
        let value = slice.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return value <= 65535 ? .some(value) : nil
      }
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.count, colon > 0,
        bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/"), (bytes[0] | 0x20) &- 0x61 < 26
      else { return nil }
      for byte in bytes[..<colon] {
        let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || isSign else { return nil }
      }
      guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
      scheme = text(bytes[..<colon]).lowercased()
      var rest = bytes[(colon + 3)...]
      if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
      if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
        query = text(rest[(mark + 1)...])
        rest = rest[..<mark]
      }
      let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      path = text(rest[slash...])
      var authority = rest[..<slash]
      if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
        userInfo = text(authority[..<at])
        authority = authority[(at + 1)...]
      }
      if authority.first == UInt8(ascii: "["), let close = authority.firstIndex(of: UInt8(ascii: "]")) {
        host = text(authority[(authority.startIndex + 1)..<close])
        isBracketed = true
        let tail = authority[(close + 1)...]
        if !tail.isEmpty {
          guard tail.first == UInt8(ascii: ":"), let value = number(tail.dropFirst()) else { return nil }
          port = value
          portReference = text(tail.dropFirst())
        }
      } else if let separator = authority.lastIndex(of: UInt8(ascii: ":")) {
        host = text(authority[..<separator])
        guard let value = number(authority[(separator + 1)...]) else { return nil }
        port = value
        portReference = text(authority[(separator + 1)...])
      } else {
        host = text(authority)
      }
      // `udp://:5000` and `srt://:9000` listen on every address.
      guard !host.isEmpty || (portReference != nil && (scheme == "udp" || scheme == "srt")) else { return nil }
    }
  }

  /// Host and port as in a URL: an IPv6 address in brackets.
  package var authority: String {
    "\(isBracketed ? "[\(host)]" : host)\(portSuffix)"
  }

  /// Whether a port is set, also by a reference.
  package var hasPort: Bool { !portSuffix.isEmpty }

  /// False where a reference is, or is a part of, the host: then the host is not known.
  package var isHostKnown: Bool { SecretText.references(in: host).isEmpty }

  /// True for an address that no provider can reach over the internet: RFC 1918, RFC 3927, RFC 4193 (`fc00::/7`), RFC 4291
  /// (`fe80::/10`, `::1`, `::`), `.local`.
  package var isPrivate: Bool {
    if host == "localhost" || host.hasSuffix(".local") || host.hasSuffix(".internal") { return true }
    var host = host
    if let colon = host.lastIndex(of: ":") {
      let tail = host[host.index(after: colon)...]
      // `::ffff:10.0.0.1` is an IPv4-mapped address.
      guard tail.contains(".") else { return Self.isPrivateIPv6(host) }
      host = String(tail)
    }
    guard let address = AddressRange(host) else { return false }
    let first = address.address >> 24
    let second = address.address >> 16 & 0xFF
    return first == 10 || first == 127 || first == 0 || (first == 172 && (16...31).contains(second))
      || (first == 192 && second == 168) || (first == 169 && second == 254)
  }

  private static func isPrivateIPv6(_ host: String) -> Bool {
    if host == "::1" || host == "::" { return true }
    guard let first = UInt16(host.prefix { $0 != ":" }, radix: 16) else { return false }
    return first & 0xFE00 == 0xFC00 || first & 0xFFC0 == 0xFE80
  }
}
