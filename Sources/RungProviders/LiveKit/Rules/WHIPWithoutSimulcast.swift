internal import RungSource
internal import RungSpec

extension LiveKit {
  static let whipWithoutSimulcast = Rule<Fit<LiveKit>>(
    "whip-without-simulcast", family: id, severity: .note,
    summary: "the encoder's one picture is passed on, so that all viewers get the same",
    why: "Without transcoding LiveKit makes no layers: viewers get what the encoder sends. An encoder that sends two or three layers (simulcast) gives each viewer the one that the line can take.",
    citation: Source.guide("WHIP without transcoding: simulcast is up to the encoder"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: ⟦passthrough⟧
        ingest:
          protocols: [whip]
          video: {codec: h264, resolution: 1280x720}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: passthrough
        ingest: {protocols: [whip]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """)
    ]
  ) { fit, report in
    guard !fit.decision.transcodes, fit.decision.input?.value == .whip, fit.stream.media.value == .video, fit.measured.renditions.count == 1
    else { return }
    // Over WHIP nothing else is decoded.
    let codec = fit.measured.renditions.first?.value.codec?.value
    report.flag(
      fit.stream.encoding.place, "the encoder sends one layer and LiveKit passes it on; every viewer gets it",
      help: "list what the encoder sends as two or three `renditions`\(codec ?? .h264 == .h264 ? ", or write `encoding: transcode`" : "")")
  }
}
