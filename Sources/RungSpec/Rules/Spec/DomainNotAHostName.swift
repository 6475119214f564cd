internal import RungSource

extension SpecRules {
  static let domainNotAHostName = Rule<Stream>(
    "domain-not-a-host-name", family: "spec", severity: .error,
    summary: "`playback.domain` is not a bare host name",
    why: "The provider uses the domain in playback URLs and requests a certificate for it. With a scheme, a port or a path neither works.",
    citation: Citation("RFC 1123", "section 2.1: host names", url: "https://www.rfc-editor.org/rfc/rfc1123"),
    bad: [
      Example("""
        rung: 1
        name: news
        playback: {domain: ⟦"https://live.example.com/"⟧}
        """,
        mended: """
        rung: 1
        name: news
        playback: {domain: live.example.com}
        """),
      Example("""
        rung: 1
        name: news
        playback: {domain: ⟦-live.example.com⟧}
        """),
    ],
    good: [
      Example("rung: 1\nname: news\nplayback: {domain: \(String(repeating: "live.example.com.", count: 14))live.example.co}\n"),
      Example("""
        rung: 1
        name: news
        playback: {domain: live.example.com}
        """)
    ]
  ) { stream, report in
    guard let domain = stream.spec.playback?.value.domain, SecretText(domain.value).isLiteral, !HostName.isValid(domain.value) else { return }
    let host = HostName.inside(domain.value)
    report.flag(
      domain.place, "`\(domain.value)` is not a bare host name",
      help: host.map { .set(.playbackDomain, $0, at: domain.place.span) }
        ?? "use letters, digits and hyphens between dots, like `live.example.com`; other scripts in their `xn--` form")
  }
}

private enum HostName {
  /// Labels of 1 to 63 letters, digits and inner hyphens, 253 characters together.
  static func isValid(_ text: String) -> Bool {
    guard text.utf8.count <= 253 else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-") && label.utf8.last != UInt8(ascii: "-")
        && label.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
    }
  }

  /// The host name in a URL, or in front of a port or a path.
  static func inside(_ text: String) -> String? {
    if let url = StreamURL(text) { return isValid(url.host) ? url.host : nil }
    let host = String(text.prefix { $0 != "/" && $0 != ":" })
    return host != text && isValid(host) ? host : nil
  }
}
