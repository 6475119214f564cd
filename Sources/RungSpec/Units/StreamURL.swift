/// An absolute URL, taken apart as far as rules need it (RFC 3986, section 3). The text is kept as it was written.
public struct StreamURL: Sendable, Hashable {
  public let text: String
  /// In lower case.
  public let scheme: String
  public let userInfo: String?
  /// Without brackets and port; empty when the URL has none.
  public let host: String
  public let port: Int?
  /// From the first `/`; empty when the URL ends before it.
  public let path: String
  public let query: String?

  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first, (first | 0x20) &- 0x61 < 26,
      scheme.utf8.allSatisfy({
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
    var rest = text[text.index(colon, offsetBy: 3)...]
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    var query: Substring?
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var authority = rest[..<slash]
    path = String(rest[slash...])
    var user: Substring?
    if let at = authority.lastIndex(of: "@") {
      user = authority[..<at]
      authority = authority[authority.index(after: at)...]
    }
    var host = authority
    var port: Int?
    if authority.hasPrefix("["), let close = authority.firstIndex(of: "]") {
      host = authority[authority.index(after: authority.startIndex)..<close]
      let tail = authority[authority.index(after: close)...]
      if !tail.isEmpty {
        guard tail.hasPrefix(":"), let number = Int(tail.dropFirst()) else { return nil }
        port = number
      }
    } else if let separator = authority.lastIndex(of: ":") {
      host = authority[..<separator]
      guard let number = Int(authority[authority.index(after: separator)...]), (0...65535).contains(number) else { return nil }
      port = number
    }
    guard !host.isEmpty || scheme.lowercased() == "udp" || scheme.lowercased() == "srt" else { return nil }
    self.text = text
    self.scheme = scheme.lowercased()
    self.userInfo = user.map(String.init)
    self.host = String(host)
    self.port = port
    self.query = query.map(String.init)
  }

  /// True for an address that no provider can reach over the internet (RFC 1918, RFC 3927, loopback, `.local`).
  package var isPrivate: Bool {
    if host == "localhost" || host == "::1" || host.hasSuffix(".local") || host.hasSuffix(".internal") { return true }
    guard let address = AddressRange(host) else { return false }
    let first = address.address >> 24
    let second = address.address >> 16 & 0xFF
    return first == 10 || first == 127 || first == 0 || (first == 172 && (16...31).contains(second))
      || (first == 192 && second == 168) || (first == 169 && second == 254)
  }
}
