internal import RungSource

extension LadderRules {
  static let cappedCRFWithoutMax = Rule<Ladder>(
    "capped-crf-without-max", family: "ladder", severity: .warning,
    summary: "a capped constant rate factor without the maximum that caps it",
    why: "A constant rate factor uses as many bits as the content needs. Only the maximum with its buffer limits it; without one a scene of rain or confetti has several times the usual bitrate, and the playlist cannot announce any.",
    citation: Standard.practice("x264 --crf needs --vbv-maxrate and --vbv-bufsize to be bounded"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: ⟦capped-crf⟧, crf: 23}
        """)
    ],
    good: [
      // Encoders without such a buffer are reported by their own target.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: av1, rate_control: capped-crf, crf: 35}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: capped-crf, crf: 23, max_bitrate: 3000k, buffer: 6000k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, Bool)? in
        // A buffer without its maximum is found by ladder/buffer-without-max.
        guard let control = ladder.still[index].rendition.rateControl, control.value == .cappedCRF, ladder.still[index].rendition.enforcesMaximum,
          ladder.still[index].rendition.maxBitrate == nil, ladder.still[index].rendition.buffer == nil,
          !ladder.states("max_bitrate", at: index)
        else { return nil }
        return (control.place, true)
      },
      say: { found in
        FaultText(
          message: "\(.rateControl, "capped-crf") of \(found.whose) has no \(.maxBitrate)", help: "add \(.maxBitrate), and \(.buffer) for one to two seconds of it")
      })
  }
}
