internal import RungSource
internal import RungSpec

extension Qencode {
  static let redundantIngest = Rule<Fit<Qencode>>(
    "redundant-ingest", family: id, severity: .error,
    summary: "a backup ingest is set",
    why: "A Qencode stream has one input: only one of its URLs can be used at a time, and there is no source to fail over to.",
    citation: Source.reference("server_urls: you only can use one URL at a time"),
    isAcceptable: true,
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
      key, "\(path: .ingestBackup) is not supported by Qencode; a stream has one input at a time",
      help: "remove \(.ingestBackup) and let the encoder reconnect within \(.idleTimeout)")
  }
}
