internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pushWithSource = Rule<Fit<Tenbyte>>(
    "push-with-source", family: id, severity: .error,
    summary: "a source to pull is set while the encoder pushes",
    why: "A stream is either pushed to Tenbyte or pulled by it. A request with both is rejected.",
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
      fit.stream.writtenKey("ingest", "source") ?? source.place,
      "\(.ingestSource) is set with \(.ingestMode, "push"); Tenbyte allows a source with pull only",
      notes: [MessageNote("the mode is set here", at: mode.place.span)],
      help: .set(.ingestMode, IngestMode.pull.rawValue, at: mode.place.span, or: "remove \(.ingestSource)"))
  }
}
