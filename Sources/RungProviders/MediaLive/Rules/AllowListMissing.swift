internal import RungSource
internal import RungSpec

extension MediaLive {
  static let allowListMissing = Rule<Fit<MediaLive>>(
    "allow-list-missing", family: id, severity: .error,
    summary: "an encoder pushes, and no addresses are allowed",
    why: "An input that is pushed to has an input security group, with the addresses that may push.",
    citation: Source.medialive("CreateInput.InputSecurityGroups; CreateInput.Vpc: not compatible with the inputSecurityGroups property", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ingest:
          protocols: ⟦[rtmp]⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ingest:
          protocols: [rtmp]
          allow: [203.0.113.0/24]
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ingest:
          source: {url: "https://example.com/live.m3u8"}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {input: "1234567"}
        ingest:
          protocols: [rtmp]
        """)
    ]
  ) { fit, report in
    guard let type = fit.decision.input, [.rtmpPush, .rtpPush, .udpPush, .srtListener].contains(type.value), fit.options.input == nil, !fit.isWritten("ingest", "allow")
      || fit.stream.written("ingest", "allow")?.items.isEmpty == true && fit.spec.ingest?.value.allow?.value.isEmpty == true
    else { return }
    let ingest = fit.spec.ingest?.value
    report.flag(
      ingest?.allow?.place ?? ingest?.protocols?.place ?? fit.options.inputType?.place ?? fit.measured.target, "\(type.value.rawValue) requires the addresses that may push; \(.ingestAllow) is not set",
      help: ingest == nil ? "set `ingest: {allow: [203.0.113.0/24]}`" : "set \(.ingestAllow, "[203.0.113.0/24]")", missing: SpecKey.ingestAllow.path)
  }
}
