internal import RungSource
internal import RungSpec

extension LiveKit {
  static let dtxWithoutTranscoding = Rule<Fit<LiveKit>>(
    "dtx-without-transcoding", family: id, severity: .error,
    summary: "a setting of LiveKit's audio encoder, where the encoder's sound is passed on",
    why: "Without transcoding LiveKit encodes nothing, and refuses settings for it.",
    citation: Source.validation("audio encoding options"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit:
            room: news
            participant: {identity: encoder-1}
            audio: {disable_dtx: ⟦true⟧}
        encoding: passthrough
        ingest: {protocols: [whip]}
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
            audio: {disable_dtx: true}
        ingest: {protocols: [whip]}
        """)
    ]
  ) { fit, report in
    guard !fit.decision.transcodes, let setting = fit.options.audio?.value.disableDTX else { return }
    report.flag(
      setting.place, "`disable_dtx` is set, and nothing is encoded; with `encoding: passthrough` LiveKit takes no audio settings",
      notes: [answer("invalid transcoding bypass configuration: audio encoding options must be empty if transcoding is disabled")],
      help: "set it in the encoder")
  }
}
