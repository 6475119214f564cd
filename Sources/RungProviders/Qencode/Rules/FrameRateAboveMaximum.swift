internal import RungSource
internal import RungSpec

extension Qencode {
  static let frameRateAboveMaximum = Rule<Fit<Qencode>>(
    "frame-rate-above-maximum", family: id, severity: .error,
    summary: "a frame rate is higher than Qencode delivers",
    why: "Qencode delivers at most 30 frames per second, whatever the encoder sends. Sports at 50 or 60 fps lose half of their frames.",
    citation: frameRate.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ladder:
          defaults: {fps: ⟦50⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {fps: ⟦60⟧}
        """, severity: .warning)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {fps: 30}
        """)
    ]
  ) { fit, report in
    guard let most = Qencode.frameRate.value else { return }
    for rate in fit.measured.video(\.fps) where rate.value > most {
      report.flag(
        rate.place, "frame rate is \(rate.value.text) fps; Qencode delivers at most \(most.text) fps",
        help: ["lower \(.fps) to \(most.text) or less", "lower it under this target's \(.targetOverrides) to keep it elsewhere"])
    }
    // What the encoder sends is not a request; fewer frames are delivered all the same.
    if let sent = fit.spec.ingest?.value.video?.value.fps, sent.value > most {
      report.flag(
        sent.place, "the encoder sends \(sent.value.text) fps; Qencode delivers at most \(most.text) fps", severity: .warning,
        help: "lower \(.ingestFPS) to \(most.text) or less")
    }
  }
}
