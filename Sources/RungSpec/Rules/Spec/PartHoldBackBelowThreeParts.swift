internal import RungSource

extension SpecRules {
  static let partHoldBackBelowThreeParts = Rule<Stream>(
    "part-hold-back-below-three-parts", family: "spec", severity: .warning,
    summary: "the hold-back of LL-HLS players is less than three parts",
    why: "PART-HOLD-BACK is how far from the end of the playlist a player starts. One part plays and one is loaded; the third covers a slow response.",
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
      // Less than two parts is found by spec/part-hold-back-below-two-parts.
      let two = hls.partDuration?.value.value.times(Rational(2)), back >= two
    else { return }
    stream.flagHoldBack(under: 3, &report) { back, part, three in
      "\(.hlsPartHoldBack, back) is less than three parts of \(part); expected at least \(three)"
    }
  }
}
