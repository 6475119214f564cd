internal import RungSource

extension LadderRules {
  static let maxWithoutBuffer = Rule<Ladder>(
    "max-without-buffer", family: "ladder", severity: .warning,
    summary: "`max_bitrate` without a `buffer` to hold it over",
    why: "A maximum is kept over the time that the VBV buffer spans. Without a buffer x264 drops the maximum, and peaks go as high as the picture asks.",
    citation: Standard.x264("VBV maxrate specified, but no bufsize, ignored"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: ⟦3500k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
        """),
      // A buffer that could not be read is a fault of its own.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000}
        """),
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      findPlaced: { rendition -> (Place, Bitrate)? in
        guard rendition.value.buffer == nil, let max = rendition.value.maxBitrate, !ladder.states("buffer", for: rendition) else { return nil }
        return (max.place, max.value)
      },
      say: { found in
        Wording(
          message: "the maximum of \(found.whose) is \(found.fault.text) and has no buffer beside it, without which x264 ignores it",
          help: "add `buffer: \(found.fault.text)` (one second) up to twice that")
      })
  }
}
