internal import RungSource
internal import RungSpec

extension CommonRules {
  static let ingestBitrateAboveLimit = Rule<Measured>(
    "ingest-bitrate-above-limit", family: nil, severity: .error,
    summary: "the encoder sends a higher bitrate than the provider accepts",
    why: "Input above the limit is dropped or the connection is closed: viewers see stalls and the encoder has to reconnect.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, bitrate: ⟦7M⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        ⟦ladder⟧:
          defaults: {codec: h264, fps: 30, keyframe_interval: 2s}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3500k}
            - {name: 720p, resolution: 1280x720, bitrate: 2M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, bitrate: 7M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
            limits: {ingest_bitrate: 8M}
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, bitrate: 8M}
        """)
    ]
  ) { measured, report in
    let facts = measured.facts
    guard let most = facts.ingestBitrate.value, let sent = measured.sentBitrate, sent.bitrate.value > most else { return }
    report.flag(
      sent.bitrate.place,
      "the encoder sends \(sent.isAll ? "" : "at least ")\(sent.bitrate.value.prose) in total; \(facts.party) allows at most \(most.prose)",
      notes: facts.notes(on: facts.ingestBitrate, facts.ingestBitrateAdvice),
      help: [facts.ingestBitrateAdvice.mend, "lower the bitrates"], citation: facts.ingestBitrate.citation)
  }
}
