internal import RungSource
internal import RungSpec

extension OBS {
  static let severalRenditions = Rule<Fit<OBS>>(
    "several-renditions", family: id, severity: .error,
    summary: "OBS is to send a ladder, and sends one stream",
    why: "OBS encodes one stream for a custom server. A passthrough ladder of several rungs needs an encoder that makes each of them, with keyframes at the same times.",
    citation: OBS.Source.code("frontend, custom streaming server: one video encoder", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [obs]
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
        targets: [obs]
        encoding: passthrough
        ladder:
          defaults: {codec: h264, fps: 30, keyframe_interval: 2s}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 4M}
        """)
    ]
  ) { fit, report in
    guard fit.decision.isPassthrough, let ladder = fit.ladder, ladder.renditions.count > 1 else { return }
    report.flag(
      ladder.place, "\(ladder.renditions.count) renditions are forwarded as they come; OBS sends one",
      help: "let FFmpeg make them (`rung compile --for ffmpeg`), or keep one rendition")
  }
}
