internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pullWithoutSource = Rule<Fit<Tenbyte>>(
    "pull-without-source", family: id, severity: .error,
    summary: "pull is set without a source",
    why: "With pull, Tenbyte opens the connection and needs the source's URL.",
    citation: Source.reference("ingest.primary: required when kind=pull"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {mode: ⟦pull⟧}
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
  ) { fit, report in
    guard let mode = fit.stream.ingestMode, mode.value == .pull,
      fit.stream.written("ingest")?.says("source", among: Ingest.shape.keys) != true
    else { return }
    report.flag(
      mode.place, "\(.ingestMode, "pull") is set without \(.ingestSource); Tenbyte requires the URL of the source",
      help: [
        "add \(.ingestSource, "{url: \"srt://origin.example.com:9000\"}")", "set \(.ingestMode, "push") and \(.ingestProtocols, "[rtmp, srt]")",
      ])
  }
}
