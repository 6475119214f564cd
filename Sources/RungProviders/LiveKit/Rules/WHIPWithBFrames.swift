internal import RungSource
internal import RungSpec

extension LiveKit {
  static let whipWithBFrames = Rule<Fit<LiveKit>>(
    "whip-with-b-frames", family: id, severity: .warning,
    summary: "the encoder sends B-frames over WHIP",
    why: "WebRTC shows frames in the order in which they arrive. B-frames arrive out of order, and the video stutters.",
    citation: Citation(
      "OBS Studio issue 11237", "no B-frames with WHIP", url: "https://github.com/obsproject/obs-studio/issues/11237", checked: Source.day, strength: .byAnalogy),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: passthrough
        ingest: {protocols: [whip]}
        ladder:
          defaults: {bframes: ⟦2⟧}
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
        encoding: passthrough
        ingest: {protocols: [whip]}
        ladder:
          defaults: {bframes: 0}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """)
    ]
  ) { fit, report in
    guard !fit.decision.transcodes, fit.decision.input?.value == .whip else { return }
    for frames in fit.measured.video(\.bframes) where frames.value > 0 {
      report.flag(
        frames.place, "\(.bframes, frames.value) is not supported over WHIP; WebRTC shows frames in the order in which they arrive",
        help: "set \(.bframes, 0)")
    }
  }
}
