internal import RungSource
internal import RungSpec

extension Mux {
  static let backupIngestNotTaken = Rule<Fit<Mux>>(
    "backup-ingest-not-taken", family: id, severity: .error,
    summary: "a backup ingest is set",
    why: "Mux is pushed to and has no field for a second source: no request names one to fail over to.",
    citation: Source.create("no field is a source", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest:
          protocols: [rtmps]
          ⟦backup⟧: {url: "srt://backup.example.com:9000"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest:
          protocols: [rtmps]
        """)
    ]
  ) { fit, report in
    guard let backup = fit.stream.written("ingest", "backup"), let key = fit.stream.writtenKey("ingest", "backup") else { return }
    report.nameLeaves(of: backup)
    report.flag(
      key, "\(path: .ingestBackup) is not supported by Mux; no request has a source to fail over to",
      help: "remove \(.ingestBackup) and let the encoder reconnect within \(.idleTimeout)")
  }
}
