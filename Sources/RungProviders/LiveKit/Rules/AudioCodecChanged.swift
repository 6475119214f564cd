internal import RungSource
internal import RungSpec

extension LiveKit {
  static let audioCodecChanged = Rule<Fit<LiveKit>>(
    "audio-codec-changed", family: id, severity: .warning,
    summary: "the audio codec is not Opus",
    why: "A room uses WebRTC, and LiveKit publishes Opus only. Rung requests Opus; the server would reject AAC.",
    citation: Source.validation("audio codec"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30, audio: {codec: ⟦aac⟧, channels: 2}}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30, audio: {codec: opus, channels: 2}}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """)
    ]
  ) { fit, report in
    guard fit.decision.transcodes else { return }
    for codec in fit.measured.sound(\.codec) where codec.value != .opus {
      report.flag(
        codec.place,
        "LiveKit publishes Opus only; \(codec.value.rawValue.uppercased()) audio is re-encoded to Opus", severity: fit.changeSeverity,
        notes: codec.value == .aac || codec.value == .mp3 ? [MessageNote("the server would reject it: \"invalid audio parameters: audio codec unsupported\"")] : [],
        help: fit.changeSeverity == nil ? "set \(.audioCodec, "opus")" : nil)
    }
  }
}
