internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pushWithSource = Rule<Fit<Tenbyte>>(
    "push-with-source", family: id, severity: .error,
    summary: "the encoder pushes, and a source to pull is given as well",
    why: "A stream is either sent to Tenbyte or fetched by it. A request that says both is refused.",
    citation: Source.reference("ingest.primary: disallowed for push"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: push
          protocols: [srt]
          ⟦source⟧: {url: "srt://origin.example.com:9000"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          protocols: [srt]
          source: {url: "srt://origin.example.com:9000"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          source: {url: "srt://origin.example.com:9000"}
        """)
    ]
  ) { fit, report in
    guard let mode = fit.stream.ingestMode, mode.value == .push, let source = fit.spec.ingest?.value.source else { return }
    if let url = source.value.url { report.name(url.place) }
    report.flag(
      fit.stream.writtenKey("ingest", "source") ?? source.place, "a `source` is given while `mode` is push; Tenbyte takes one with pull only",
      notes: [MessageNote("the mode stands here", at: mode.place.span)],
      help: "write `mode: pull`, or take `source` away",
      fix: .replace(mode.place.span, with: IngestMode.pull.rawValue, .unsafe))
  }
}
