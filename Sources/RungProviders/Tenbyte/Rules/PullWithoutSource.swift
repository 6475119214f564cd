internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pullWithoutSource = Rule<Fit<Tenbyte>>(
    "pull-without-source", family: id, severity: .error,
    summary: "Tenbyte is to pull, and nothing is named to pull from",
    why: "With pull Tenbyte opens the connection. It has to be told where to.",
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
      mode.place, "`mode` is pull and `ingest` has no `source`; Tenbyte needs its URL",
      help: "add `source: {url: \"srt://origin.example.com:9000\"}`, or write `mode: push` and `protocols: [rtmp, srt]`")
  }
}
