internal import RungSource
internal import RungSpec

extension LiveKit {
  static let whipCodecNotTaken = Rule<Fit<LiveKit>>(
    "whip-codec-not-taken", family: id, severity: .warning,
    summary: "the encoder's video is passed through in a codec that LiveKit does not offer over WHIP",
    why: "LiveKit's answer to a WHIP offer lists H.264 and VP8; an encoder that supports neither cannot send. A server that proxies WHIP may accept more.",
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
        codec.place, "`\(codec.value.rawValue)` is not supported over WHIP; LiveKit offers `h264` and `vp8`",
        help: "send H.264 constrained baseline from the encoder")
    }
  }
}
