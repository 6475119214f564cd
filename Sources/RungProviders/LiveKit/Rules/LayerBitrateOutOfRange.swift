internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerBitrateOutOfRange = Rule<Fit<LiveKit>>(
    "layer-bitrate-out-of-range", family: id, severity: .error,
    summary: "a layer has a bitrate that its encoder does not take",
    why: "The server takes any number. The encoder counts kilobits per second, from 1 on, and does not start with another.",
    citation: layerBitrate.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: low, resolution: 320x180, bitrate: ⟦800 bps⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: high, resolution: 1280x720, bitrate: ⟦5G⟧}
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
            - {name: low, resolution: 320x180, bitrate: 240k}
        """)
    ]
  ) { fit, report in
    guard let range = layerBitrate.value else { return }
    for layer in fit.layers {
      guard let bitrate = layer.bitrate, !range.contains(bitrate.value) else { continue }
      report.flag(
        bitrate.place,
        "the bitrate of \(fit.label(layer)) is \(bitrate.value.prose); LiveKit's encoder takes \(range.lowerBound.prose) to \(range.upperBound.prose)",
        help: bitrate.value < range.lowerBound ? "bits are counted, not kilobits: `\(bitrate.value.bitsPerSecond)k` may be meant" : "write a bitrate that suits the size")
    }
  }
}
