internal import RungSource

extension LadderRules {
  static let cappedCRFWithoutCRF = Rule<Ladder>(
    "capped-crf-without-crf", family: "ladder", severity: .warning,
    summary: "a capped constant rate factor that is not given",
    why: "The factor is what the encoder goes by. Where it is left out the encoder takes a default of its own, 23 in x264 and 28 in x265, which is no choice of anybody.",
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
    guard ladder.media == .video else { return }
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, Bool)? in
        guard let control = ladder.still[index].rendition.rateControl, control.value == .cappedCRF, ladder.still[index].rendition.enforcesMaximum,
          ladder.still[index].rendition.crf == nil, !ladder.states("crf", at: index)
        else { return nil }
        return (control.place, true)
      },
      say: { found in
        FaultText(message: "`capped-crf` of \(found.whose) says no `crf`; the encoder's own would decide", help: "add `crf: 23`, or write `rate_control: vbr`")
      })
  }
}
