internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let lowLatencyWithLongGOP = Rule<Fit<Tenbyte>>(
    "low-latency-with-long-gop", family: id, severity: .warning,
    summary: "low latency is asked for with more than two seconds between keyframes",
    why: "A player starts at a keyframe, so it starts up to one interval behind the live edge, and stays there.",
    citation: Source.reference("packaging.hls.low_latency; general practice", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        targets: [tenbyte]
        ladder:
          defaults: {fps: 25, keyframe_interval: ⟦4s⟧}
          renditions:
            - {name: 720p}
            - {name: 480p}
        """),
      Example("""
        rung: 1
        name: news
        low_latency: true
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, fps: 25, gop: ⟦100⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        targets: [tenbyte]
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p}
        """)
    ]
  ) { fit, report in
    guard let wish = fit.spec.lowLatency, wish.value else { return }
    for interval in fit.measured.video(\.keyframeInterval) where interval.value > longestForLowLatency {
      report.flag(
        interval.place, "low latency is asked for with a keyframe every \(interval.value.text); expected at most \(longestForLowLatency.text)",
        notes: [Note("low latency is asked for here", at: wish.place.span)], help: "write `keyframe_interval: 1s` or `2s`")
    }
  }

  private static let longestForLowLatency = Seconds(2)
}
