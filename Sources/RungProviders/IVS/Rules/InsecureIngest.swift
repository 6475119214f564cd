internal import RungSource
internal import RungSpec

extension IVS {
  static let insecureIngest = Rule<Fit<IVS>>(
    "insecure-ingest", family: id, severity: .warning,
    summary: "the channel accepts encoders without encryption",
    why: "RTMP sends the stream key and the stream in the clear, and everybody who reads them on the way can push to the channel.",
    citation: Source.reference("CreateChannel.insecureIngest: insecure RTMP and SRT ingest"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs: {}
        ingest:
          protocols: [⟦rtmp⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            insecure_ingest: ⟦true⟧
        ingest:
          protocols: [rtmps]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs: {}
        ingest:
          protocols: [rtmps]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            insecure_ingest: false
        """)
    ]
  ) { fit, report in
    let protocols = fit.spec.ingest?.value.protocols?.value ?? []
    let plain = protocols.contains { $0.value == .rtmps } ? nil : protocols.first { $0.value == .rtmp }
    if let stated = fit.options.insecureIngest {
      guard stated.value else { return }
      report.flag(stated.place, "the channel accepts RTMP and SRT without encryption", help: "remove \(.ivs("insecure_ingest"))")
    } else if let plain {
      report.flag(plain.place, "`rtmp` is not encrypted, and the channel must be open to it", help: "set \(.ingestProtocols, "[rtmps]")")
    }
  }
}
