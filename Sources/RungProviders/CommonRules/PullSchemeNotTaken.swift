internal import RungSource
internal import RungSpec

extension CommonRules {
  static let pullSchemeNotTaken = Rule<Measured>(
    "pull-scheme-not-taken", family: nil, severity: .error,
    summary: "the source's URL is of a kind that the provider cannot pull",
    why: "The provider has to speak the source's protocol. A web page, a playlist and a contribution feed are different things to it.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: ⟦"https://origin.example.com/live.m3u8"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: "srt://origin.example.com:9000"}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.pullSchemes
    guard let allowed = limit.value, let ingest = measured.stream.spec.ingest?.value else { return }
    let source = measured.stream.ingestMode?.value == .pull ? ingest.source : nil
    for url in [source, ingest.backup].compactMap({ $0?.value.url }) where !allowed.contains(url.value.scheme) {
      report.flag(
        url.place,
        allowed.isEmpty
          ? "the source is to be pulled; \(measured.facts.party) takes pushed streams only"
          : "the source is a `\(url.value.scheme)` URL; \(measured.facts.party) pulls \(oneOf(allowed))",
        notes: measured.facts.notes(on: limit),
        help: allowed.isEmpty ? "let the encoder push, with `ingest: {mode: push}`" : "offer the source over one of these",
        citation: limit.citation)
    }
  }
}
