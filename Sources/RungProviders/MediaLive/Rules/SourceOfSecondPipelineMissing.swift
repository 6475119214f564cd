internal import RungSource
internal import RungSpec

extension MediaLive {
  static let sourceOfSecondPipelineMissing = Rule<Fit<MediaLive>>(
    "source-of-second-pipeline-missing", family: id, severity: .error,
    summary: "a STANDARD channel that fetches from one source",
    why: "A STANDARD channel has two pipelines, and each takes in a source of its own.",
    citation: Source.medialive("CreateInput.Sources: every PULL type input needs exactly two source URLs for redundancy; Input.InputClass"),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {channel_class: STANDARD}
        ingest:
          source: ⟦{url: "https://example.com/live.m3u8"}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {channel_class: STANDARD}
        ingest:
          source: {url: "https://example.com/live.m3u8"}
          backup: {url: "https://backup.example.com/live.m3u8"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ingest:
          source: {url: "https://example.com/live.m3u8"}
        """)
    ]
  ) { fit, report in
    guard fit.decision.pipelines == 2, let type = fit.decision.input?.value, type.isPull, fit.options.input == nil, let source = fit.spec.ingest?.value.source,
      !fit.isWritten("ingest", "backup")
    else { return }
    report.flag(source.place, "STANDARD takes in two sources; \(.ingestBackup) is not set", help: ["add \(.ingestBackup)", "set \(.medialive("channel_class"), single)"])
  }
}
