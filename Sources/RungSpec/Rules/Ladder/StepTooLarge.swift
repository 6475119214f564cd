internal import RungSource

extension LadderRules {
  static let stepTooLarge = Rule<Ladder>(
    "step-too-large", family: "ladder", severity: .note,
    summary: "a gap between two renditions that a rendition would fit into",
    why: "A viewer whose connection falls just short of one rendition gets the next one down. Where that has a quarter of the bits, most of the connection goes unused and the picture is far worse than it need be.",
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
      return "from \(step.upper.prose) of \(step.upperLabel) to \(step.lower.prose) of \(step.lowerLabel) is a step of \(step.ratio.roundedText); expected at most 4, better 1.5 to 2"
    }
  }
}
