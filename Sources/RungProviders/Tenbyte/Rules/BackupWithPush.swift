internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let backupWithPush = Rule<Fit<Tenbyte>>(
    "backup-with-push", family: id, severity: .warning,
    summary: "a backup source is set while the encoder pushes",
    why: "In a spec `backup` is a source to fail over to. With push, Tenbyte treats it as a second publish target with the pull protocols, and does not document which encoder sends where.",
    citation: Source.reference("ingest.backup: secondary publish target for push", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: push
          protocols: [rtmp]
          ⟦backup⟧: {url: "rtsp://camera.example.com/live"}
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
          backup: {url: "srt://origin.example.net:9000"}
        """)
    ]
  ) { fit, report in
    guard fit.stream.ingestMode?.value == .push, let backup = fit.spec.ingest?.value.backup else { return }
    let scheme = backup.value.url?.value.scheme
    let isPushed = scheme.map { ["rtmp", "rtmps", "srt"].contains($0) } ?? true
    report.flag(
      fit.stream.writtenKey("ingest", "backup") ?? backup.place,
      "\(.ingestBackup) is set with push, where Tenbyte treats it as a second publish target\(isPushed ? "" : "; a `\(scheme ?? "")` URL cannot be published to")",
      help: ["remove \(.ingestBackup) and let both encoders push to the same stream", "pull with \(.ingestSource) and \(.ingestBackup)"])
  }
}
