internal import RungSource

extension LadderRules {
  static let stepTooSmall = Rule<Ladder>(
    "step-too-small", family: "ladder", severity: .note,
    summary: "two renditions of nearly the same bitrate",
    why: "A player that switches down by a few percent switches again at once. Each rendition costs an encode and storage, and a difference that nobody sees is not worth that.",
    citation: LadderStep.source,
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: high, resolution: 1920x1080, bitrate: 7000k}
            - {name: low, resolution: 1920x1080, bitrate: ⟦6000k⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
            - {name: 720p, resolution: 1280x720, bitrate: ⟦2800k⟧}
            - {name: 480p, resolution: 854x480, bitrate: 1400k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: high, resolution: 1920x1080, bitrate: 7200k}
            - {name: low, resolution: 1920x1080, bitrate: 6000k}
            - {name: same, resolution: 1280x720, bitrate: 6000k}
        """),
      // Apple's own ladder has a step of 1.3.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: high, resolution: 1920x1080, bitrate: 7800k}
            - {name: low, resolution: 1920x1080, bitrate: 6000k}
        """)
    ]
  ) { ladder, report in
    guard let low = Rational(6, 5) else { return }
    ladder.flagSteps(&report) { step in
      guard step.ratio < low else { return nil }
      return "bitrates of \(step.upperLabel) (\(step.upper.prose)) and \(step.lowerLabel) (\(step.lower.prose)) are only a factor of \(step.ratio.roundedText) apart; expected at least 1.2"
    }
  }
}
