internal import RungSource

extension SpecRules {
  static let partHoldBackBelowTwoParts = Rule<Stream>(
    "part-hold-back-below-two-parts", family: "spec", severity: .error,
    summary: "the hold-back of LL-HLS players is less than two parts",
    why: "PART-HOLD-BACK is how far from the end of the playlist a player starts. With less than two parts it requests one that does not exist yet, and stalls at the first delay.",
    citation: Standard.lowLatencyHLS("section 4.4.3.8, PART-HOLD-BACK (MUST): at least twice the Part Target Duration; three times (SHOULD)"),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_duration: 1s, part_hold_back: ⟦1500ms⟧}}
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
        packaging: {hls: {part_duration: 500ms, part_hold_back: 1s}}
        """)
    ]
  ) { stream, report in
    stream.flagHoldBack(under: 2, &report) { back, part, three in
      "\(.hlsPartHoldBack, back) is less than two parts of \(part); required: two parts, recommended: three (\(three))"
    }
  }
}

extension Stream {
  /// - Parameters:
  ///   - parts: how many the hold-back is too short for.
  ///   - say: the words, for the value, the part target, and three times that.
  func flagHoldBack(under parts: Int, _ report: inout Report, _ say: (_ back: String, _ part: String, _ three: String) -> Message) {
    guard let hls = spec.packaging?.value.hls?.value, let back = hls.partHoldBack, let part = hls.partDuration,
      let least = part.value.value.times(Rational(parts)), back.value.value < least, let three = part.value.value.times(Rational(3))
    else { return }
    let enough = Seconds(three)
    report.flag(
      back.place, say(back.value.text, part.value.text, enough.text), notes: [MessageNote("the part duration is set here", at: part.place.span)],
      help: Help(
        ["set \(.hlsPartHoldBack, enough.text)", "remove it (the default is three parts)"],
        fix: enough.isDecimal ? .replace(back.place.span, with: enough.text, .unsafe) : nil))
  }
}
