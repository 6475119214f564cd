internal import RungSource

extension LadderRules {
  static let bitsPerPixelHigh = Rule<Ladder>(
    "bits-per-pixel-high", family: "ladder", severity: .note,
    summary: "far more bits for each pixel than viewers can see",
    why: "Above some point more bits make no visible difference, but they cause stalls for viewers and traffic for the operator. Such bitrates are for contribution, not for delivery.",
    citation: Standard.practice("published ladders stay below 0.2 bits a pixel for H.264 and 0.1 for HEVC"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, codec: h264, bitrate: ⟦15M⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, codec: h264, bitrate: 4500k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Density)? in
        guard let density = Density(rendition), density.isHigh, let bitrate = rendition.bitrate else { return nil }
        return (bitrate.place, density)
      },
      say: { found in
        FaultText(
          message:
            "\(found.fault.bitrate.prose) for \(found.fault.size.text) at \(found.fault.fps.text) fps (\(found.whose)) is \(found.fault.text) bits per pixel; more than \(found.fault.usual.high.roundedText) is seldom visible in \(found.fault.name)",
          help: "set \(.bitrate, found.fault.bounded.text) or less")
      })
  }
}
