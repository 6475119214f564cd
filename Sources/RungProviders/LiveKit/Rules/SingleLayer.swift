internal import RungSource
internal import RungSpec

extension LiveKit {
  static let singleLayer = Rule<Fit<LiveKit>>(
    "single-layer", family: id, severity: .note,
    summary: "a single layer, so all viewers get the same",
    why: "In a room each viewer gets the layer that suits the bandwidth and the window. With one layer there is no choice: where bandwidth is too low, the video freezes.",
    citation: Source.guide("all video layers need to be defined if simulcast is desired"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - ⟦{name: 720p, resolution: 1280x720, bitrate: 1500k}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder: {preset: livekit-720p-30fps-1-layer}
        """),
      Example(body: "livekit.create", """
        {"room_name": "news", "participant_identity": "encoder-1", "video": {"options": {"layers": [{"quality": "OFF", "width": 640, "height": 360}]}}}
        """),
    ]
  ) { fit, report in
    let layers = fit.layers
    guard layers.count == 1, let only = layers.first, fit.decision.encoding?.preset == nil else { return }
    report.flag(
      only.place, "\(fit.label(only)) is the only layer; every viewer gets it",
      help: "add a smaller \(term: .rendition) for low bandwidth")
  }
}
