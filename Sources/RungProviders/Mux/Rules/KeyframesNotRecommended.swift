internal import RungSource
internal import RungSpec

extension Mux {
  static let keyframesNotRecommended = Rule<Fit<Mux>>(
    "keyframes-not-recommended", family: id, severity: .warning,
    summary: "the encoder's keyframe interval is longer than encoders use for Mux",
    why: "No document of Mux's that was found states a maximum for live streams. Segments begin at keyframes, so that long intervals delay viewers.",
    citation: Citation.encodingPractice("Mux", "keyint"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: ⟦3s⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps], video: {codec: h264, fps: 30, keyframe_interval: 2s}}
        """)
    ]
  ) { fit, report in
    guard let most = Destination.mux.keyframeInterval.value else { return }
    for interval in fit.stream.sent(&report).compactMap(\.value.keyframeInterval) where interval.value > most {
      report.flag(interval.place, "keyframe interval is \(interval.value.text); OBS Studio's list of services has \(most.text) for Mux", help: "use a keyframe interval of \(most.text)")
    }
  }
}
