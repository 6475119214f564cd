internal import RungSource
internal import RungSpec

extension MKIO {
  static let lowLatencyLongGop = Rule<Fit<MKIO>>(
    "low-latency-long-gop", family: id, severity: .warning,
    summary: "low latency beside settings that add seconds",
    why: "Every segment begins at a keyframe and is sent when it is complete: a long GOP, or several fragments to a segment, is waiting time.",
    citation: MKIO.Source.ams("live event latency: keyframe interval, fragmentsPerTsSegment"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: ⟦4s⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            fragments_per_ts_segment: ⟦3⟧
        low_latency: true
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 1s}
        """)
    ]
  ) { fit, report in
    guard fit.spec.lowLatency?.value == true else { return }
    for interval in (fit.ladder?.renditions ?? []).compactMap(\.value.keyframeInterval) where interval.value > MKIO.lowLatencyInterval {
      report.flag(
        interval.place, "keyframes are \(interval.value.text) apart; low latency wants 1s to \(MKIO.lowLatencyInterval.text)",
        help: "send a keyframe every second")
    }
    if let fragments = fit.options.fragmentsPerTSSegment, fragments.value != 1 {
      report.flag(
        fragments.place, "a segment holds \(fragments.value) fragments; low latency wants 1", help: "write `fragments_per_ts_segment: 1`")
    }
  }
}
