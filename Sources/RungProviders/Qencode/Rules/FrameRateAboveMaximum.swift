internal import RungSource
internal import RungSpec

extension Qencode {
  static let frameRateAboveMaximum = Rule<Fit<Qencode>>(
    "frame-rate-above-maximum", family: id, severity: .error,
    summary: "more frames per second are asked for than Qencode delivers",
    why: "Qencode delivers at most 30 frames per second, whatever the encoder sends. Sport at 50 or 60 loses half of its pictures.",
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
        rate.place, "the ladder asks for \(rate.value.text) fps; Qencode delivers at most \(most.text)",
        help: "ask for \(most.text) or fewer, under this target's `overrides` if the others keep theirs")
    }
    // What the encoder sends is no request; fewer come out all the same.
    if let sent = fit.spec.ingest?.value.video?.value.fps, sent.value > most {
      report.flag(
        sent.place, "the encoder sends \(sent.value.text) fps; Qencode delivers at most \(most.text)", severity: .warning,
        help: "send \(most.text) or fewer")
    }
  }
}
