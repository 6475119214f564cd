internal import RungSource

extension LadderRules {
  static let bitsPerPixelLow = Rule<Ladder>(
    "bits-per-pixel-low", family: "ladder", severity: .warning,
    summary: "far fewer bits for each pixel than in any published ladder",
    why: "Bits per pixel and frame show whether a bitrate is sufficient for a size. Published ladders give H.264 0.05 to 0.15; below 0.02 everything that moves shows blocks, and a smaller size at the same bitrate looks better.",
    citation: Standard.practice("the ladders of Apple, Tenbyte, MK.IO and LiveKit stay above 0.04 for H.264 and 0.02 for HEVC at 30 fps"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h264, bitrate: ⟦1500k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h264, bitrate: 4500k}
            - {name: 1080p-av1, resolution: 1920x1080, fps: 60, codec: av1, bitrate: 1800k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Density)? in
        guard let density = Density(rendition), density.bits < density.usual.low, let bitrate = rendition.bitrate else { return nil }
        return (bitrate.place, density)
      },
      say: { found in
        FaultText(
          message:
            "\(found.fault.bitrate.prose) for \(found.fault.size.text) at \(found.fault.fps.text) fps (\(found.whose)) is \(found.fault.text) bits per pixel; \(found.fault.name) requires at least \(found.fault.usual.low.roundedText)",
          help: found.fault.needed(found.fault.usual.low).map { needed in
            let raisesMax = found.first.maxBitrate.map { $0.value < needed } ?? false
            let max: Message = raisesMax ? " and \(.maxBitrate, needed.text)" : ""
            return ["set \(.bitrate, needed.text)\(max) or more", "set a smaller \(.resolution)"]
          })
      })
  }
}
