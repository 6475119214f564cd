internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let keyframeIntervalNotTaken = Rule<Fit<Cloudflare>>(
    "keyframe-interval-not-taken", family: id, severity: .error,
    summary: "the encoder's keyframe interval is outside of what Cloudflare requires",
    why: "Cloudflare cuts segments at keyframes. Outside of the range the live input reports `ERR_GOP_OUT_OF_RANGE`.",
    citation: Source.start("requirements: GOP duration (keyframe interval) must be between 2 and 10 seconds"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦12s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [srt], video: {codec: h264, fps: 30, keyframe_interval: ⟦1s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        low_latency: true
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦500ms⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 2s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 10s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        low_latency: true
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 1s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip], video: {codec: h264, fps: 30, keyframe_interval: 1s}}
        """)
    ]
  ) { fit, report in
    guard !fit.isOnlyWebRTC, let ingest = fit.spec.ingest, let interval = Stream.sent(by: ingest, &report)?.value.keyframeInterval else { return }
    guard let range = Cloudflare.keyframeIntervals.value, Cloudflare.isOutOfRange(interval.value, isLow: fit.spec.lowLatency?.value == true) else { return }
    report.flag(
      interval.place,
      "keyframe interval is \(interval.value.text); Cloudflare requires \(range.lowerBound.text) to \(range.upperBound.text)",
      help: "use a keyframe interval of 2 s, which suits most streams")
  }
}
