internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerBitrateNotRising = Rule<Fit<LiveKit>>(
    "layer-bitrate-not-rising", family: id, severity: .warning,
    summary: "a higher layer has no higher bitrate than a lower one",
    why: "Viewers with little bandwidth are switched to a lower layer. One that saves no bandwidth does not help them.",
    citation: Source.ingress("simulcast layers", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: high, resolution: 1280x720, bitrate: ⟦1500k⟧, codec: h264}
            - {name: low, resolution: 1280x720, bitrate: 1500k, fps: 15}
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
            - {name: low, resolution: 1280x720, bitrate: 1500k}
        """)
    ]
  ) { fit, report in
    let layers = fit.layers
    for (higher, lower) in zip(layers, layers.dropFirst()) {
      guard let bitrate = higher.bitrate, let below = lower.bitrate, bitrate.value <= below.value else { continue }
      // A lower resolution at the same frame rate is a general rule: ladder/bitrate-not-falling.
      let isSmaller = higher.size?.value.pixels != lower.size?.value.pixels
      if isSmaller, higher.fps?.value == lower.fps?.value { continue }
      report.flag(
        bitrate.place,
        "bitrate of \(fit.label(higher)) (\(bitrate.value.prose)) must be above that of the lower layer, \(fit.label(lower)) (\(below.value.prose))",
        notes: [MessageNote("the lower one's bitrate is set here", at: below.place.span)],
        help: "lower \(.bitrate) of \(fit.label(lower))")
    }
  }
}
