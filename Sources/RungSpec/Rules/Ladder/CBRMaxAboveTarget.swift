internal import RungSource

extension LadderRules {
  static let cbrMaxAboveTarget = Rule<Ladder>(
    "cbr-max-above-target", family: "ladder", severity: .warning,
    summary: "constant bitrate with a maximum far above the target",
    why: "With `cbr` the target is the maximum, within the buffer. A maximum of twice the target means a variable bitrate: either the headroom is never used, or the bitrate is not constant.",
    citation: Standard.practice("a provider's own example has 4/3 of the target with cbr; above 3/2 the two contradict each other"),
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
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 4500k, buffer: 4500k}
        """),
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
      find: { rendition -> (SourcePlace, MaxAndTarget)? in
        guard rendition.enforcesMaximum, rendition.rateControl?.value == .cbr, let max = rendition.maxBitrate, let target = rendition.bitrate,
          let half = Rational(target.value.bitsPerSecond, 2), let most = half.times(Rational(3)),
          let found = Rational(max.value.bitsPerSecond, 1), found > most
        else { return nil }
        return (max.place, MaxAndTarget(max: max.value, target: target.value))
      },
      say: { found in
        FaultText(
          message:
            "\(.maxBitrate, found.fault.max.text) of \(found.whose) is too far above the target (\(found.fault.target.text)) for `cbr`; expected at most 1.5 times the target",
          notes: found.first.bitrate.map { [MessageNote("the target is set here", at: $0.place.span)] } ?? [],
          help: ["set a lower \(.maxBitrate)", "set \(.rateControl, "vbr")"])
      })
  }
}
