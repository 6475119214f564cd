internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerBitrateOutOfRange = Rule<Fit<LiveKit>>(
    "layer-bitrate-out-of-range", family: id, severity: .error,
    summary: "a layer has a bitrate that its encoder does not support",
    why: "The server accepts any number. The encoder counts kilobits per second, at least 1, and does not start with another.",
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
        "bitrate \(bitrate.value.prose) of \(fit.label(layer)) is not supported by LiveKit's encoder; allowed: \(range.lowerBound.prose) to \(range.upperBound.prose)",
        help: bitrate.value < range.lowerBound ? "set \(.bitrate, "\(bitrate.value.bitsPerSecond)k") if kilobits are meant" : "lower \(.bitrate)")
    }
  }
}
