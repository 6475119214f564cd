internal import RungSource
internal import RungSpec

extension MKIO {
  static let lowLatencyManyFragments = Rule<Fit<MKIO>>(
    "low-latency-many-fragments", family: id, severity: .warning,
    summary: "low latency with several fragments per segment",
    why: "A segment is sent when all of its fragments are complete: each additional one adds latency. The keyframe interval is checked for every provider.",
    citation: MKIO.Source.ams("live event latency: set fragmentsPerTsSegment to 1"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            fragments_per_ts_segment: ⟦3⟧
        low_latency: true
        """,
        mended: """
        rung: 1
        name: news
        targets:
          mkio:
            fragments_per_ts_segment: 1
        low_latency: true
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            fragments_per_ts_segment: 1
        low_latency: true
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            fragments_per_ts_segment: 3
        """)
    ]
  ) { fit, report in
    guard fit.spec.lowLatency?.value == true, let fragments = fit.options.fragmentsPerTSSegment, fragments.value != 1 else { return }
    report.flag(
      fragments.place, "a segment has \(fragments.value) fragments; low latency requires 1",
      help: .set(.mkio("fragments_per_ts_segment"), "1", at: fragments.place.span))
  }
}
