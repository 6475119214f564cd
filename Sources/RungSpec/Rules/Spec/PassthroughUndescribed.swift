internal import RungSource

extension SpecRules {
  static let passthroughUndescribed = Rule<Stream>(
    "passthrough-undescribed", family: "spec", severity: .note,
    summary: "`encoding: passthrough` without a word about what the encoder sends",
    why: "Viewers get what the encoder sends. Where the spec does not say what that is, nothing about it can be checked: not the provider's ingest limit, not the keyframes that segments are cut at.",
    bad: [
      Example("""
        rung: 1
        name: news
        encoding: ⟦passthrough⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, bitrate: 4500k}
          audio: {codec: aac, bitrate: 128k}
        """),
      Example("""
        rung: 1
        name: news
        encoding: passthrough
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 4500k}
        """),
    ]
  ) { stream, report in
    guard let encoding = stream.spec.encoding, encoding.value == .passthrough, stream.document["ladder"] == nil,
      stream.document["ingest"]?["video"] == nil, stream.document["ingest"]?["audio"] == nil
    else { return }
    report.flag(
      encoding.place, "the encoder's stream is passed through, and the spec does not say what it is",
      help: "describe it under `ingest.video` and `ingest.audio`")
  }
}
