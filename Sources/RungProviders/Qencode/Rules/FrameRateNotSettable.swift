internal import RungSource
internal import RungSpec

extension Qencode {
  static let frameRateNotSettable = Rule<Fit<Qencode>>(
    "frame-rate-not-settable", family: id, severity: .warning,
    summary: "the ladder has another frame rate than the encoder sends",
    why: "No documented request sets a frame rate: Qencode keeps the input's. `framerate` occurs in answers only, where 0 means that.",
    citation: Source.reference("framerate: 0 to preserve input frame rate; among the output attributes only", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {fps: 25}
        ladder:
          defaults: {fps: ⟦30⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {fps: 30}
        ladder:
          defaults: {fps: ⟦25⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {fps: 25}
        ladder:
          defaults: {fps: 25}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """)
    ]
  ) { fit, report in
    guard let most = Qencode.frameRate.value, let sent = fit.spec.ingest?.value.video?.value.fps, sent.value <= most else { return }
    for rate in fit.measured.video(\.fps) where rate.value != sent.value && rate.value <= most {
      report.flag(
        rate.place, "frame rate \(rate.value.text) fps cannot be set; Qencode keeps the encoder's \(sent.value.text) fps",
        notes: [MessageNote("the encoder's frame rate is set here", at: sent.place.span)],
        help: "let the encoder send \(rate.value.text) fps")
    }
  }
}
