internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerWithoutSize = Rule<Fit<LiveKit>>(
    "layer-without-size", family: id, severity: .error,
    summary: "a rendition has no resolution",
    why: "Players ask for the layer that their window needs, by size. LiveKit has no default size for a single layer.",
    citation: Source.validation("layer dimensions"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: high, resolution: 1280x720, bitrate: 2M}
            - ⟦{name: low, bitrate: 400k}⟧
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
            - {name: high, resolution: 1280x720, bitrate: 2M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: high, resolution: 720p, bitrate: 2M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        """)
    ]
  ) { fit, report in
    guard fit.decision.transcodes, let ladder = fit.ladder, ladder.media == .video else { return }
    for index in fit.decision.order {
      guard ladder.renditions[index].value.resolution == nil, !ladder.states("resolution", at: index) else { continue }
      report.flag(
        ladder.renditions[index].place,
        "\(ladder.renditions[index].value.label) has no \(.resolution); LiveKit requires width and height of every layer",
        notes: [answer("invalid video parameters: invalid output media dimensions")],
        help: "add \(.resolution, "1280x720"), for example", missing: SpecKey.resolution.path)
    }
  }
}
