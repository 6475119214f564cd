internal import RungSource
internal import RungSpec

extension IVS {
  static let keyframesNotAdvised = Rule<Fit<IVS>>(
    "keyframes-not-advised", family: id, severity: .warning,
    summary: "the keyframe interval of the encoder is more than 2s",
    why: "Segments begin at keyframes, so the interval sets how late viewers are and how soon a stream starts. Amazon IVS advises 2s, or 1s for less latency.",
    citation: Source.streaming("set IDR/keyframe to a 2-second interval, or 1 second for lower latency"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {keyframe_interval: ⟦4s⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {keyframe_interval: ⟦3s⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {keyframe_interval: 2s}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {keyframe_interval: 1s}
        """)
    ]
  ) { fit, report in
    guard let advised = IVS.advisedKeyframes.value else { return }
    for interval in fit.stream.sent(&report).compactMap(\.value.keyframeInterval) {
      // What is unusual anywhere, a general rule says.
      guard interval.value > advised.upperBound, interval.value <= Seconds(4) else { continue }
      report.flag(
        interval.place, "a keyframe every \(interval.value.text) is not advised by Amazon IVS; expected 1s to 2s",
        help: .set(fit.stream.encoding.value == .passthrough && fit.ladder?.source == .ladder ? .keyframeInterval : .ingestKeyframeInterval, "2s", at: interval.place.span))
    }
  }
}
