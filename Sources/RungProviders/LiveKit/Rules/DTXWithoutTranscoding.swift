internal import RungSource
internal import RungSpec

extension LiveKit {
  static let dtxWithoutTranscoding = Rule<Fit<LiveKit>>(
    "dtx-without-transcoding", family: id, severity: .error,
    summary: "a setting of LiveKit's audio encoder, but the audio is not re-encoded",
    why: "Without transcoding LiveKit encodes nothing, and rejects encoder settings.",
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
      setting.place, "\(.livekit("audio.disable_dtx")) is not allowed with \(.encoding, "passthrough"); LiveKit does not encode the audio",
      notes: [answer("invalid transcoding bypass configuration: audio encoding options must be empty if transcoding is disabled")],
      help: "remove \(.livekit("audio.disable_dtx")) and turn DTX off in the encoder")
  }
}
