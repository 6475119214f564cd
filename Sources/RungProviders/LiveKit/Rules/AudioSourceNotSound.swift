internal import RungSource
internal import RungSpec

extension LiveKit {
  static let audioSourceNotSound = Rule<Fit<LiveKit>>(
    "audio-source-not-sound", family: id, severity: .error,
    summary: "the audio track has a video source",
    why: "Players treat a track by its source: a microphone is a person speaking, the audio of a shared screen is not.",
    citation: Source.validation("audio source"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit:
            room: news
            participant: {identity: encoder-1}
            audio: {source: ⟦CAMERA⟧}
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
            audio: {source: MICROPHONE}
        """)
    ]
  ) { fit, report in
    guard let source = fit.options.audio?.value.source, source.value == .camera || source.value == .screenShare else { return }
    report.flag(
      source.place,
      "audio source `\(source.value.rawValue)` is not supported; allowed: `MICROPHONE`, `SCREEN_SHARE_AUDIO`, `UNKNOWN`",
      notes: [answer("invalid audio parameters: invalid track source")],
      help: ["set \(.livekit("audio.source"), "MICROPHONE")", "set \(.livekit("audio.source"), "SCREEN_SHARE_AUDIO")"])
  }
}
