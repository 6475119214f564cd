internal import RungSource
internal import RungSpec

extension LiveKit {
  static let videoSourceNotVideo = Rule<Fit<LiveKit>>(
    "video-source-not-video", family: id, severity: .error,
    summary: "the video track is said to carry sound",
    why: "Players show a track by its source: a camera large, a shared screen larger, a microphone not at all.",
    citation: Source.validation("video source"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit:
            room: news
            participant: {identity: encoder-1}
            video: {source: ⟦MICROPHONE⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit:
            room: news
            participant: {identity: encoder-1}
            video: {source: SCREEN_SHARE}
        """)
    ]
  ) { fit, report in
    guard let source = fit.options.video?.value.source, source.value == .microphone || source.value == .screenShareAudio else { return }
    report.flag(
      source.place, "the source of the video track is \(source.value.rawValue); LiveKit takes CAMERA, SCREEN_SHARE or UNKNOWN",
      notes: [answer("invalid video parameters: invalid track source")], help: "write `source: CAMERA`, or `SCREEN_SHARE`")
  }
}
