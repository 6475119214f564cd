internal import RungSource

extension SpecRules {
  static let partHoldBackBelowThreeParts = Rule<Stream>(
    "part-hold-back-below-three-parts", family: "spec", severity: .warning,
    summary: "players are held back by less than three parts",
    why: "PART-HOLD-BACK is how far from the end of the playlist a player starts. Two parts are one that plays and one that is loaded; the third is what a slow answer is bridged with.",
    citation: Standard.lowLatencyHLS("section 4.4.3.8, PART-HOLD-BACK (SHOULD): at least three times the Part Target Duration"),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_duration: 1s, part_hold_back: ⟦2s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_duration: 1s, part_hold_back: 3s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_duration: 1s, part_hold_back: 3s}}
        """)
    ]
  ) { stream, report in
    guard let hls = stream.spec.packaging?.value.hls?.value, let back = hls.partHoldBack?.value.value,
      // Of less than two parts spec/part-hold-back-below-two-parts speaks.
      let two = hls.partDuration?.value.value.times(Rational(2)), back >= two
    else { return }
    stream.flagHoldBack(under: 3, &report) { back, part, three in
      "players start \(back) from the end, which is less than three parts of \(part); expected at least \(three)"
    }
  }
}
