internal import RungSource
internal import RungSpec

extension LiveKit {
  static let frameRateNotWhole = Rule<Fit<LiveKit>>(
    "frame-rate-not-whole", family: id, severity: .warning,
    summary: "the frame rate is no whole number",
    why: "LiveKit's server cuts the decimals off: 29.97 would become 29, and one frame in thirty would be dropped. The rate only ever drops frames, so Rung sends the next whole number, which lets them all through.",
    citation: Source.ingress("video_output_bin: the frame rate as an integer, videorate max-rate"),
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
      rate.place, "the frame rate is \(rate.value.text) fps; LiveKit goes by whole numbers, and \(whole) is sent",
      severity: fit.changeSeverity,
      notes: [MessageNote("\(rate.value.text) itself would be cut to \(whole - 1); a cap of \(whole) drops no frame of a source of \(rate.value.text) fps")],
      help: "write `fps: \(whole)`\(odd ? " and `keyframe_interval: 2s`" : "") under this target's `overrides` to say so yourself")
  }
}
