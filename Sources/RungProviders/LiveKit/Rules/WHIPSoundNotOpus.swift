internal import RungSource
internal import RungSpec

extension LiveKit {
  static let whipSoundNotOpus = Rule<Fit<LiveKit>>(
    "whip-sound-not-opus", family: id, severity: .error,
    summary: "audio over WHIP in another codec than Opus",
    why: "WHIP is WebRTC, and LiveKit supports Opus only of its codecs: with another one the session ends.",
    citation: Source.ingress("whip: `unsupported mime type (audio/PCMA) for the source media`"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [whip]
          audio: {codec: ⟦aac⟧, channels: 2}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [whip]
          audio: {codec: opus, channels: 2}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [rtmp]
          audio: {codec: aac, channels: 2}
        """)
    ]
  ) { fit, report in
    guard fit.decision.input?.value == .whip else { return }
    var sent = fit.decision.transcodes ? [] : fit.measured.sound(\.codec)
    if let codec = fit.spec.ingest?.value.audio?.value.codec, !sent.contains(where: { $0.place == codec.place }) { sent.append(codec) }
    for codec in sent where codec.value != .opus {
      report.flag(
        codec.place,
        "\(codec.value.rawValue.uppercased()) audio is not supported over WHIP; LiveKit requires Opus", notes: [fit.decision.because].compactMap { $0 },
        help: ["send Opus audio from the encoder", "push with `rtmp`"])
    }
  }
}
