internal import RungSource
internal import RungSpec

extension LiveKit {
  static let sourceURLMalformed = Rule<Fit<LiveKit>>(
    "source-url-malformed", family: id, severity: .error,
    summary: "the source's URL has an invalid escape",
    why: "LiveKit's server parses the URL before it creates the ingress; a `%` without two hexadecimal digits makes that fail.",
    citation: Source.server("CreateIngress, url is parsed", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: pull
          source: {url: ⟦"https://cdn.example.com/100%/live.m3u8"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: pull
          source: {url: "https://cdn.example.com/100%25/live.m3u8?a=%"}
        """)
    ]
  ) { fit, report in
    guard fit.decision.input?.value == .url, let url = fit.spec.ingest?.value.source?.value.url else { return }
    for part in [url.value.host, url.value.path] where part.utf8.contains(UInt8(ascii: "%")) {
      guard let wrong = malformedEscape(in: part) else { continue }
      report.flag(
        url.place, "`\(wrong)` in the URL is not a valid escape; `%` must be followed by two hexadecimal digits",
        notes: [answer("parse \"…\": invalid URL escape \"\(wrong)\"")],
        help: "write `%25` for a literal `%`")
      return
    }
  }

  /// A `%` and what follows it, where that is not an escape.
  private static func malformedEscape(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
      let digits = bytes[(index + 1)...].prefix(2)
      let isEscape = digits.count == 2 && digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
      if !isEscape { return "%" + String(decoding: digits, as: UTF8.self) }
    }
    return nil
  }
}
