internal import RungSource
internal import RungSpec

extension LiveKit {
  static let videoSourceNotVideo = Rule<Fit<LiveKit>>(
    "video-source-not-video", family: id, severity: .error,
    summary: "the video track has an audio source",
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
      source.place, "video source `\(source.value.rawValue)` is not supported; allowed: `CAMERA`, `SCREEN_SHARE`, `UNKNOWN`",
      notes: [answer("invalid video parameters: invalid track source")], help: ["set \(.livekit("video.source"), "CAMERA")", "set \(.livekit("video.source"), "SCREEN_SHARE")"])
  }
}
