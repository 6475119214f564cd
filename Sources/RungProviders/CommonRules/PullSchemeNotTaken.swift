internal import RungSource
internal import RungSpec

extension CommonRules {
  static let pullSchemeNotTaken = Rule<Measured>(
    "pull-scheme-not-taken", family: nil, severity: .error,
    summary: "the provider cannot pull from the source's URL",
    why: "The provider has to support the source's protocol. A web page, a playlist and a contribution feed are different inputs.",
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
    // A provider that cannot pull at all has a finding of its own for a backup.
    for url in [source, allowed.isEmpty ? nil : ingest.backup].compactMap({ $0?.value.url }) where !allowed.contains(url.value.scheme) {
      report.flag(
        url.place,
        allowed.isEmpty
          ? "pulling a source is not supported by \(measured.facts.party); the encoder must push"
          : "source URL scheme `\(url.value.scheme)` is not supported by \(measured.facts.party); allowed: \(oneOf(allowed))",
        notes: measured.facts.notes(on: limit),
        help: allowed.isEmpty ? "set \(.ingest, "{mode: push}")" : "use a source URL with one of these schemes",
        citation: limit.citation)
    }
  }
}
