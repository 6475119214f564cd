internal import RungSource
internal import RungSpec

extension Qencode {
  static let frameRateNotSettable = Rule<Fit<Qencode>>(
    "frame-rate-not-settable", family: id, severity: .warning,
    summary: "the ladder asks for another frame rate than the encoder sends",
    why: "No documented request sets a frame rate: what comes in comes out. `framerate` stands in answers only, where 0 says so.",
    citation: Source.reference("framerate: 0 to preserve input frame rate; among the output attributes only", strength: .inferred),
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
        rate.place, "the ladder asks for \(rate.value.text) fps; Qencode keeps the \(sent.value.text) that the encoder sends",
        notes: [MessageNote("the encoder's rate stands here", at: sent.place.span)], help: "let the encoder send \(rate.value.text) fps")
    }
  }
}
