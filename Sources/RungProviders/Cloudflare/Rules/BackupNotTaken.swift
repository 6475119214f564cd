internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let backupNotTaken = Rule<Fit<Cloudflare>>(
    "backup-not-taken", family: id, severity: .error,
    summary: "a backup ingest is set",
    why: "Cloudflare is pushed to and has no field for a second source: no request names one to fail over to.",
    citation: Source.api("live input: URLs to push to; no request has a source", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest:
          protocols: [rtmps]
          ⟦backup⟧: {url: "srt://backup.example.com:9000"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest:
          protocols: [rtmps]
        """)
    ]
  ) { fit, report in
    guard let backup = fit.stream.written("ingest", "backup"), let key = fit.stream.writtenKey("ingest", "backup") else { return }
    report.nameLeaves(of: backup)
    report.flag(
      key, "\(path: .ingestBackup) is not supported by Cloudflare; no request has a source to fail over to",
      help: "remove \(.ingestBackup) and let the encoder reconnect within \(.idleTimeout)")
  }
}
