internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let originNotADomain = Rule<Fit<Cloudflare>>(
    "origin-not-a-domain", family: id, severity: .warning,
    summary: "an allowed origin is not a domain",
    why: "Cloudflare compares origins with domains, as `example.com` and `*.example.com`. An entry with a scheme, a port or a path may match no page, and viewers see nothing.",
    citation: Source.api("recording.allowedOrigins: enter allowed origin domains, and use * for wildcard subdomains"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        playback: {allowed_referers: [⟦"https://example.com/watch"⟧]}
        """,
        mended: """
        rung: 1
        name: news
        targets: [cloudflare]
        playback: {allowed_referers: [example.com]}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        playback: {allowed_referers: [⟦example.com/watch⟧]}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        playback: {allowed_referers: [⟦"example.com:8080"⟧]}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        playback: {allowed_referers: [⟦"example.com, example.org"⟧]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        playback: {allowed_referers: [example.com, "*.example.org"]}
        """)
    ]
  ) { fit, report in
    for origin in fit.spec.playback?.value.allowedReferers?.value ?? [] {
      let text = origin.value
      guard text.contains("/") || text.contains(":") || text.contains(" ") else { continue }
      let host = StreamURL(text).flatMap { $0.isHostKnown ? $0.host : nil }
      report.flag(
        origin.place, "`\(text)` is not a domain; Cloudflare compares domains, such as `example.com` and `*.example.com`",
        help: host.map { "write `\($0)`" } ?? "write the domain alone",
        fix: host.map { .replace(origin.place.span, with: $0, .unsafe) })
    }
  }
}
