internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let keyframeIntervalNotRecommended = Rule<Fit<Cloudflare>>(
    "keyframe-interval-not-recommended", family: id, severity: .warning,
    summary: "the encoder's keyframe interval is not what Cloudflare recommends",
    why: "Cloudflare cuts segments at keyframes: long intervals delay viewers, short ones cost quality. Its documents disagree: 2 to 8 s is what the guide says now, 2 to 10 s what it said before, and 1 or 2 s are for low-latency HLS.",
    citation: Source.start("recommendations: a keyframe interval of between 2 to 8 seconds"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦10s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦1s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        low_latency: true
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦4s⟧}}
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
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 8s}}
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
    let isLow = fit.spec.lowLatency?.value == true
    let limit = isLow ? Cloudflare.lowLatencyKeyframeIntervals : Cloudflare.keyframeIntervals
    guard let range = limit.value, !range.contains(interval.value) else { return }
    report.flag(
      interval.place,
      "keyframe interval is \(interval.value.text); Cloudflare recommends \(range.lowerBound.text) to \(range.upperBound.text)\(isLow ? " with low latency" : "")",
      help: "use a keyframe interval of 2 s, which all of its documents recommend", citation: limit.citation)
  }
}
