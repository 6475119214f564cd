internal import RungSource
internal import RungSpec

extension MKIO {
  static let severalStreamsPushed = Rule<Fit<MKIO>>(
    "several-streams-pushed", family: id, severity: .note,
    summary: "passthrough with a ladder of several renditions",
    why: "MK.IO does not encode the ladder here: the encoder must push each rendition under its own stream name, with keyframes at the same times.",
    citation: MKIO.Source.guide("using FFmpeg: several bitrates over RTMP", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ⟦ladder⟧:
          defaults: {codec: h264, fps: 30, keyframe_interval: 2s}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 4M}
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
        ladder:
          renditions:
            - {name: 720p, codec: h264, fps: 30, keyframe_interval: 2s, resolution: 1280x720, bitrate: 2M}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        encoding: transcode
        ladder: {preset: mkio-default720p}
        """)
    ]
  ) { fit, report in
    guard fit.decision.type.value.mode == .passthrough, let ladder = fit.ladder, ladder.renditions.count > 1 else { return }
    report.flag(
      ladder.place, "\(ladder.renditions.count) \(term: .renditions) are forwarded as they are; the encoder must push each of them",
      help: [
        "configure the encoder as the plan says",
        fit.options.encodingType == nil
          ? "set \(.mkio("overrides"), "{encoding: transcode}") under this target"
          : "set \(.mkio("overrides"), "{encoding: transcode}") and \(.mkio("encoding_type"), "auto") under this target",
      ])
  }
}
