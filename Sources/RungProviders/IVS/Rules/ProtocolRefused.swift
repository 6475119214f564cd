internal import RungSource
internal import RungSpec

extension IVS {
  static let protocolRefused = Rule<Fit<IVS>>(
    "protocol-refused", family: id, severity: .error,
    summary: "the encoder pushes with RTMP to a channel that takes RTMPS only",
    why: "A channel refuses RTMP unless `insecure_ingest` is true.",
    citation: Source.reference("CreateChannel.insecureIngest: default false"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            insecure_ingest: false
        ingest:
          protocols: [⟦rtmp⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            insecure_ingest: false
        ingest:
          protocols: [rtmps, rtmp]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            insecure_ingest: false
        ingest:
          protocols: [srt]
        """)
    ]
  ) { fit, report in
    guard let stated = fit.options.insecureIngest, !stated.value, let protocols = fit.spec.ingest?.value.protocols?.value,
      !protocols.contains(where: { $0.value == .rtmps || $0.value == .srt }), let plain = protocols.first(where: { $0.value == .rtmp })
    else { return }
    report.flag(
      plain.place, "`rtmp` is refused: \(.ivs("insecure_ingest"), "false")", notes: [MessageNote("it is set here", at: stated.place.span)],
      help: ["set \(.ingestProtocols, "[rtmps]")", "remove \(.ivs("insecure_ingest"))"])
  }
}
