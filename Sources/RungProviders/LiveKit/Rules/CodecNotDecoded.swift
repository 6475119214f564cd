internal import RungSource
internal import RungSpec

extension LiveKit {
  static let codecNotDecoded = Rule<Fit<LiveKit>>(
    "codec-not-decoded", family: id, severity: .error,
    summary: "the encoder sends a codec that LiveKit does not decode",
    why: "Viewers get audio without video: HEVC and AV1 are not supported over RTMP, nor over WHIP with transcoding.",
    citation: Source.ingress("issue 400: HEVC and AV1 over RTMP and transcoded WHIP are not supported"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [rtmp]
          video: {codec: ⟦h265⟧, resolution: 1920x1080}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1920x1080}
        """)
    ]
  ) { fit, report in
    guard fit.decision.transcodes, let input = fit.decision.input, input.value.isPushed, let codec = fit.spec.ingest?.value.video?.value.codec,
      codec.value == .h265 || codec.value == .av1
    else { return }
    report.flag(
      codec.place,
      "`\(codec.value.rawValue)` is not supported over \(input.value == .whip ? "WHIP" : "RTMP"); LiveKit decodes `h264`",
      notes: [fit.decision.because].compactMap { $0 }, help: "send H.264 from the encoder")
  }
}
