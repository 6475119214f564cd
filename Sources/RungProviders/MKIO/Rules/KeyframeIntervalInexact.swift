internal import RungSource
internal import RungSpec

extension MKIO {
  static let keyframeIntervalInexact = Rule<Fit<MKIO>>(
    "keyframe-interval-inexact", family: id, severity: .error,
    summary: "the keyframe interval has no exact ISO 8601 duration",
    why: "MK.IO's request has the interval as a decimal number of seconds. A rounded one drifts from the encoder's, and segments break.",
    citation: MKIO.Source.guide("The encoder GOP must match keyFrameIntervalDuration"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30000/1001, gop: ⟦50⟧, bitrate: 3M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30000/1001, gop: 60, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    guard let first = fit.ladder?.renditions.lazy.map(\.value).first(where: { $0.keyframeInterval != nil }),
      let interval = first.keyframeInterval, interval.value.iso8601 == nil
    else { return }
    report.flag(
      interval.place, "keyframe interval \(interval.value.text) has no exact decimal form; MK.IO requires a decimal number of seconds",
      help: "use a GOP that lasts a decimal number of seconds: 60 frames at 29.97 fps are 2.002s")
  }
}
