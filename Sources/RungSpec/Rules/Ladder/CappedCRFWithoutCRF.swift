internal import RungSource

extension LadderRules {
  static let cappedCRFWithoutCRF = Rule<Ladder>(
    "capped-crf-without-crf", family: "ladder", severity: .warning,
    summary: "`rate_control: capped-crf` without a `crf`",
    why: "The encoder controls quality by the factor. Without it the encoder uses its own default, 23 in x264 and 28 in x265, which nobody chose.",
    citation: Standard.practice("x264 --crf 23.0 and x265 --crf 28 are defaults"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: ⟦capped-crf⟧, max_bitrate: 3000k, buffer: 6000k}
        """)
    ],
    good: [
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
        guard let control = ladder.still[index].rendition.rateControl, control.value == .cappedCRF, ladder.still[index].rendition.enforcesMaximum,
          ladder.still[index].rendition.crf == nil, !ladder.states("crf", at: index)
        else { return nil }
        return (control.place, true)
      },
      say: { found in
        FaultText(
          message: "\(.rateControl, "capped-crf") of \(found.whose) has no \(.crf); the encoder would use its default (x264: 23, x265: 28)",
          help: ["add \(.crf, "23")", "set \(.rateControl, "vbr")"])
      })
  }
}
