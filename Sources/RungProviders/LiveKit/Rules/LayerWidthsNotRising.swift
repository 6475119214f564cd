internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerWidthsNotRising = Rule<Fit<LiveKit>>(
    "layer-widths-not-rising", family: id, severity: .error,
    summary: "a higher layer is narrower than a lower one",
    why: "HIGH, MEDIUM and LOW are sizes of the same video. LiveKit rejects a higher layer that is larger in one direction only.",
    citation: Source.validation("width and height of layers"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: tall, resolution: ⟦608x1080⟧, bitrate: 2M}
            - {name: wide, resolution: 1280x720, bitrate: 1500k}
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
            - {name: high, resolution: 1280x960, bitrate: 3M}
            - {name: low, resolution: 1280x720, bitrate: 1500k}
        """)
    ]
  ) { fit, report in
    let layers = fit.layers
    for (higher, lower) in zip(layers, layers.dropFirst()) {
      // Sorted by height, so that only widths can fall.
      guard let size = higher.size, let below = lower.size, size.value.width < below.value.width else { continue }
      report.flag(
        size.place,
        "\(size.value.text) of \(fit.label(higher)) is narrower than \(below.value.text) of \(fit.label(lower)); LiveKit requires higher layers to be wider",
        notes: [
          answer("invalid video parameters: video layers do not have increasing width with increasing quality"),
          MessageNote("the wider one is set here", at: below.place.span),
        ], help: "use one aspect ratio for all \(term: .renditions)")
    }
  }
}
