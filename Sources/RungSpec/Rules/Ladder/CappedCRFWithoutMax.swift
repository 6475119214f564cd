internal import RungSource

extension LadderRules {
  static let cappedCRFWithoutMax = Rule<Ladder>(
    "capped-crf-without-max", family: "ladder", severity: .warning,
    summary: "a capped constant rate factor without the cap",
    why: "A constant rate factor takes as many bits as the picture asks for. What keeps it within what a connection carries is the maximum with its buffer; without one a scene of rain or confetti comes out at several times the usual rate, and nothing can be announced in the playlist.",
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
      // Of encoders without such a buffer their own target speaks.
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
    guard ladder.media == .video else { return }
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, Bool)? in
        // Of a buffer without its maximum ladder/buffer-without-max speaks.
        guard let control = ladder.still[index].rendition.rateControl, control.value == .cappedCRF, ladder.still[index].rendition.enforcesMaximum,
          ladder.still[index].rendition.maxBitrate == nil, ladder.still[index].rendition.buffer == nil,
          !ladder.states("max_bitrate", at: index)
        else { return nil }
        return (control.place, true)
      },
      say: { found in
        FaultText(
          message: "`capped-crf` of \(found.whose) has no maximum to cap it", help: "add `max_bitrate`, and `buffer` for one to two seconds of it")
      })
  }
}
