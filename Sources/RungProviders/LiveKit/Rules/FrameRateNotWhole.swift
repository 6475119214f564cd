internal import RungSource
internal import RungSpec

extension LiveKit {
  static let frameRateNotWhole = Rule<Fit<LiveKit>>(
    "frame-rate-not-whole", family: id, severity: .warning,
    summary: "the frame rate is not an integer",
    why: "LiveKit's server truncates decimals: 29.97 would become 29, and one frame in thirty would be dropped. The rate is a cap that only drops frames, so Rung sends the next integer, which keeps them all.",
    citation: Source.ingress("video_output_bin: the frame rate as an integer, videorate max-rate"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: ⟦30000/1001⟧}
          renditions:
            - {name: high, resolution: 1280x720, bitrate: 2M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: high, resolution: 1280x720, bitrate: 2M}
        """)
    ]
  ) { fit, report in
    guard let encoding = fit.decision.encoding, let rate = encoding.frameRate, let whole = encoding.wholeFrameRate, rate.value.value.whole == nil else { return }
    // What is whole at 29.97 fps is not at 30.
    let odd = fit.ladder.map { ladder in
      ladder.renditions.indices.contains { index in
        let interval = ladder.renditions[index].value.keyframeInterval?.value.value
        return ladder.states("keyframe_interval", at: index) && interval.flatMap { $0.times(Rational(whole)) }?.whole == nil
      }
    } ?? false
    report.flag(
      rate.place, "frame rate \(rate.value.text) fps is sent as \(whole) fps; LiveKit supports integers only",
      severity: fit.changeSeverity,
      notes: [MessageNote("LiveKit would truncate \(rate.value.text) to \(whole - 1); a cap of \(whole) drops no frame of a \(rate.value.text) fps source")],
      help: odd
        ? "set \(.fps, "\(whole)") and \(.keyframeInterval, "2s") under this target's \(.livekit("overrides"))"
        : "set \(.fps, "\(whole)") under this target's \(.livekit("overrides"))")
  }
}
