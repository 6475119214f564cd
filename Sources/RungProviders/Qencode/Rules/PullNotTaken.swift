internal import RungSource
internal import RungSpec

extension Qencode {
  static let pullNotTaken = Rule<Fit<Qencode>>(
    "pull-not-taken", family: id, severity: .error,
    summary: "the stream is to be pulled from a source",
    why: "Qencode gives out URLs to push to. It has no field for a source to fetch.",
    citation: Source.reference("server_urls: the list of server URLs available for ingest", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          mode: pull
          source: {url: ⟦"srt://origin.example.com:9000"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          protocols: [srt]
        """)
    ]
  ) { fit, report in
    guard let mode = fit.stream.ingestMode, mode.value == .pull else { return }
    report.name(mode.place)
    report.flag(
      fit.spec.ingest?.value.source?.value.url?.place ?? mode.place, "the stream is to be pulled; Qencode takes pushed streams only",
      help: "let the encoder push, with `ingest: {mode: push}`")
  }
}
