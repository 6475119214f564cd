internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let keyframeIntervalNotRecommended = Rule<Fit<Cloudflare>>(
    "keyframe-interval-not-recommended", family: id, severity: .warning,
    summary: "the encoder's keyframe interval is not what Cloudflare recommends",
    why: "Cloudflare cuts segments at keyframes: long intervals delay viewers, short ones stall them. The guide recommends 4 to 8 s, and the page about troubleshooting accepts 2 to 8 s: the wider range is what counts here. With low-latency HLS it is 2 to 4 s.",
    citation: Source.troubleshooting("keyframe interval chart: a consistent flat line that stays between 2s and 8s"),
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
        low_latency: true
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦1s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        low_latency: true
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦6s⟧}}
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
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 2s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        low_latency: true
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 4s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip], video: {codec: h264, fps: 30, keyframe_interval: 1s}}
        """)
    ]
  ) { fit, report in
    let isLow = fit.spec.lowLatency?.value == true
    let limit = isLow ? Cloudflare.lowLatencyKeyframeIntervals : Cloudflare.recommendedKeyframeIntervals
    guard !fit.isOnlyWebRTC, let range = limit.value else { return }
    for interval in fit.stream.sent(&report).compactMap(\.value.keyframeInterval) {
      guard !range.contains(interval.value), !Cloudflare.isOutOfRange(interval.value, isLow: isLow) else { continue }
      report.flag(
        interval.place,
        "keyframe interval is \(interval.value.text); Cloudflare recommends \(range.lowerBound.text) to \(range.upperBound.text)\(isLow ? " with low latency" : "")",
        help: "use a keyframe interval of \(isLow ? "2 s" : "4 s"), with which Cloudflare suggests to begin", citation: limit.citation)
    }
  }

  /// What the guide does not take. With low latency the walkthrough for OBS suggests 1 s as well, so that short intervals are not refused there.
  static func isOutOfRange(_ interval: Seconds, isLow: Bool) -> Bool {
    guard let range = keyframeIntervals.value else { return false }
    return interval > range.upperBound || interval < range.lowerBound && !(isLow && interval >= Seconds(1))
  }
}
