internal import RungSource
internal import RungSpec

extension OBS {
  static let severalRenditions = Rule<Fit<OBS>>(
    "several-renditions", family: id, severity: .error,
    summary: "a passthrough ladder of several renditions, but OBS sends one stream",
    why: "OBS encodes one stream for a custom server. A passthrough ladder of several renditions requires an encoder that produces each of them, with keyframes at the same times.",
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
      ladder.place, "\(ladder.renditions.count) \(term: .renditions) are passed through, but OBS sends one",
      help: ["use FFmpeg (`rung compile --for ffmpeg`)", "keep one \(term: .rendition)"])
  }
}
