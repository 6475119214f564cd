internal import RungSource

extension SpecRules {
  static let passthroughUndescribed = Rule<Stream>(
    "passthrough-undescribed", family: "spec", severity: .note,
    summary: "`encoding: passthrough` without a description of the encoder's stream",
    why: "Viewers get the encoder's stream. If the spec does not describe it, neither the provider's ingest limit nor the keyframes that segments are cut at can be checked.",
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
      encoding.place, "\(.encoding, "passthrough") is set, but \(term: .spec) does not describe the encoder's stream",
      help: "add \(path: .ingestVideo) and \(path: .ingestAudio)", missing: SpecKey.ingestVideo.path)
  }
}
