internal import RungSource

extension LadderRules {
  static let stepTooLarge = Rule<Ladder>(
    "step-too-large", family: "ladder", severity: .note,
    summary: "a gap between two bitrates that another rendition would fit into",
    why: "A viewer whose connection is just too slow for one rendition gets the next lower one. With a quarter of the bitrate, most of the connection is unused and quality is far worse than necessary.",
    citation: LadderStep.source,
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
            - {name: 360p, resolution: 640x360, bitrate: ⟦800k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 800k}
        """)
    ]
  ) { ladder, report in
    ladder.flagSteps(&report) { step in
      guard step.ratio > Rational(4) else { return nil }
      return "bitrates of \(step.upperLabel) (\(step.upper.prose)) and \(step.lowerLabel) (\(step.lower.prose)) are a factor of \(step.ratio.roundedText) apart; expected at most 4"
    }
  }
}
