internal import RungSource

extension LadderRules {
  static let bufferWithoutMax = Rule<Ladder>(
    "buffer-without-max", family: "ladder", severity: .warning,
    summary: "a `buffer` without a `max_bitrate`",
    why: "x264 then uses the target as the maximum, which turns a variable bitrate into a constant one; with a constant rate factor it ignores the buffer.",
    citation: Standard.x264("VBV maxrate unspecified, assuming CBR"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: vbr, bitrate: 3000k, buffer: ⟦6000k⟧}
        """)
    ],
    good: [
      // Encoders without such a buffer are reported by their own target.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: av1, bitrate: 3000k, buffer: 3000k}
        """),
      // A constant bitrate is set.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: cbr, bitrate: 3000k, buffer: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: vbr, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
        """),
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, RateControl?)? in
        let rendition = ladder.renditions[index].value
        let control = rendition.rateControl?.value
        guard rendition.enforcesMaximum, rendition.maxBitrate == nil, control != .cbr, let buffer = rendition.buffer,
          !ladder.states("max_bitrate", at: index), control != nil || !ladder.states("rate_control", at: index)
        else { return nil }
        return (buffer.place, control)
      },
      say: { found in
        found.fault == .cappedCRF
          ? FaultText(
            message: "\(.buffer) of \(found.whose) has no \(.maxBitrate); without it x264 ignores the buffer of a constant rate factor",
            help: "add \(.maxBitrate)")
          : FaultText(
            message: "\(.buffer) of \(found.whose) has no \(.maxBitrate); x264 then uses the target as the maximum (constant bitrate)",
            help: ["add \(.maxBitrate)", "set \(.rateControl, "cbr")"])
      })
  }
}
