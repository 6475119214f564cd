internal import RungSource

extension LadderRules {
  static let cbrMaxAboveTarget = Rule<Ladder>(
    "cbr-max-above-target", family: "ladder", severity: .warning,
    summary: "constant bitrate with a maximum far above the target",
    why: "With `cbr` the target is the maximum, give or take the buffer. A maximum of twice the target asks for a variable bitrate: either the headroom is never used, or the bitrate is not constant.",
    citation: Standard.practice("a provider's own example goes to 4/3 of the target with cbr; beyond 3/2 the two contradict each other"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {rate_control: cbr}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: ⟦6000k⟧, buffer: 6000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {rate_control: cbr}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {rate_control: vbr}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 6000k, buffer: 6000k}
        """),
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (Place, [Located<Bitrate>])? in
        guard rendition.rateControl?.value == .cbr, let max = rendition.maxBitrate, let target = rendition.bitrate,
          let half = Rational(target.value.bitsPerSecond, 2), let most = half.times(Rational(3)),
          let found = Rational(max.value.bitsPerSecond, 1), found > most
        else { return nil }
        return (max.place, [max, target])
      },
      say: { rates, whose in
        Wording(
          message: "the maximum of \(whose) is \(rates[0].value.text) with `cbr` and a target of \(rates[1].value.text); expected at most 1.5 times the target",
          notes: [Note("the target stands here", at: rates[1].place.span)],
          help: "lower `max_bitrate`, or write `rate_control: vbr`")
      })
  }
}
