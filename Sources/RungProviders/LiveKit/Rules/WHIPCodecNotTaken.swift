internal import RungSource
internal import RungSpec

extension LiveKit {
  static let whipCodecNotTaken = Rule<Fit<LiveKit>>(
    "whip-codec-not-taken", family: id, severity: .warning,
    summary: "the encoder's picture is passed on, in a codec that LiveKit does not offer over WHIP",
    why: "LiveKit's answer to a WHIP offer names H.264 and VP8; an encoder that has neither has nothing to send. A server that proxies WHIP may take more.",
    citation: Source.ingress("whip: H264 (42001f), VP8, Opus and PCMA are registered; issue 400 says that HEVC should work"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: passthrough
        ingest:
          protocols: [whip]
          video: {codec: ⟦h265⟧, resolution: 1280x720}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: passthrough
        ingest:
          protocols: [whip]
          video: {codec: vp8, resolution: 1280x720}
        """)
    ]
  ) { fit, report in
    guard !fit.decision.transcodes, fit.decision.input?.value == .whip else { return }
    for codec in fit.measured.video(\.codec) where codec.value != .h264 && codec.value != .vp8 {
      report.flag(
        codec.place, "the encoder sends \(codec.value.rawValue); over WHIP LiveKit offers h264 and vp8",
        help: "send h264, constrained baseline")
    }
  }
}
