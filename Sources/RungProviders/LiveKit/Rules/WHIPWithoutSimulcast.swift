internal import RungSource
internal import RungSpec

extension LiveKit {
  static let whipWithoutSimulcast = Rule<Fit<LiveKit>>(
    "whip-without-simulcast", family: id, severity: .note,
    summary: "a single layer is passed through, so all viewers get the same",
    why: "Without transcoding LiveKit produces no layers: viewers get what the encoder sends. With two or three layers from the encoder (simulcast), each viewer gets the one that suits the bandwidth.",
    citation: Source.guide("WHIP without transcoding: simulcast is up to the encoder"),
    scope: .wholeStreams,
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
    // Over WHIP LiveKit decodes nothing else.
    let codec = fit.measured.renditions.first?.value.codec?.value
    report.flag(
      fit.stream.encoding.place, "the encoder sends one layer, which LiveKit passes through; every viewer gets it",
      help: [
        "list what the encoder sends as two or three \(.renditions)",
        codec ?? .h264 == .h264 ? "set \(.encoding, "transcode")" : nil,
      ])
  }
}
