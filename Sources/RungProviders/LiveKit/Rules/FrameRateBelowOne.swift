internal import RungSource
internal import RungSpec

extension LiveKit {
  static let frameRateBelowOne = Rule<Fit<LiveKit>>(
    "frame-rate-below-one", family: id, severity: .error,
    summary: "the frame rate is below one frame per second",
    why: "LiveKit truncates the frame rate to an integer, and the encoder does not support 0.",
    citation: Source.ingress("video_output_bin: the frame rate as an integer, 1 or more for videorate"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          renditions:
            - {name: slides, resolution: 1280x720, fps: ⟦0.5⟧, bitrate: 200k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          renditions:
            - {name: slides, resolution: 1280x720, fps: 1, bitrate: 200k}
        """)
    ]
  ) { fit, report in
    guard let encoding = fit.decision.encoding, let rate = encoding.frameRate, encoding.wholeFrameRate == nil else { return }
    report.flag(
      rate.place, "frame rate \(rate.value.text) fps is not supported by LiveKit; the minimum is 1 fps", help: "set \(.fps, "1") or more")
  }
}
