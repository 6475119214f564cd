internal import RungSource
internal import RungSpec

extension Qencode {
  static let redundantIngest = Rule<Fit<Qencode>>(
    "redundant-ingest", family: id, severity: .error,
    summary: "a second ingest is asked for",
    why: "A stream of Qencode's has one input: of its URLs one can be used at a time, and there is no source to fail over to.",
    citation: Source.reference("server_urls: you only can use one URL at a time"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          protocols: [rtmp]
          ⟦backup⟧: {url: "srt://backup.example.com:9000"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          protocols: [rtmp]
        """)
    ]
  ) { fit, report in
    guard let backup = fit.stream.written("ingest", "backup"), let key = fit.stream.writtenKey("ingest", "backup") else { return }
    report.nameLeaves(of: backup)
    report.flag(
      key, "a backup is given; Qencode takes one input at a time", help: "let the encoder reconnect within `idle_timeout`, or run a second stream beside this one")
  }
}
