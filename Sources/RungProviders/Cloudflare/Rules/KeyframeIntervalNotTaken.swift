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
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        encoding: passthrough
        ladder: {renditions: [{name: a, resolution: 1280x720, fps: 30, codec: h264, bitrate: 3M, keyframe_interval: ⟦20s⟧}]}
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
    guard !fit.isOnlyWebRTC, let range = Cloudflare.keyframeIntervals.value else { return }
    for interval in fit.stream.sent(&report).compactMap(\.value.keyframeInterval) {
      guard Cloudflare.isOutOfRange(interval.value, isLow: fit.spec.lowLatency?.value == true) else { continue }
      report.flag(
        interval.place,
        "keyframe interval is \(interval.value.text); Cloudflare requires \(range.lowerBound.text) to \(range.upperBound.text)",
        help: "use a keyframe interval of 2 s, which suits most streams")
    }
  }
}
