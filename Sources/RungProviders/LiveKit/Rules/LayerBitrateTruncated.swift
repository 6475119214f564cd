internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerBitrateTruncated = Rule<Fit<LiveKit>>(
    "layer-bitrate-truncated", family: id, severity: .note,
    summary: "a bitrate is not a whole number of kilobits",
    why: "The server counts bits per second, the H.264 encoder kilobits: the remainder is cut off.",
    citation: Source.ingress("x264enc bitrate is bps ÷ 1000", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: low, resolution: 640x360, bitrate: ⟦600500 bps⟧}
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
            - {name: low, resolution: 640x360, bitrate: 600k}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder: {preset: livekit-720p-30fps-3-layers}
        """)
    ]
  ) { fit, report in
    for layer in fit.layers where layer.codec?.value != .vp8 {
      guard let bitrate = layer.bitrate, bitrate.value.bitsPerSecond > 1000, bitrate.value.kilobits == nil, report.isAuthors(bitrate.place),
        fit.decision.encoding?.preset == nil
      else { continue }
      report.flag(
        bitrate.place,
        "bitrate \(bitrate.value.text) of \(fit.label(layer)) is truncated to \(Bitrate(kilobits: bitrate.value.bitsPerSecond / 1000).prose) by LiveKit's encoder",
        help: "use whole kilobits")
    }
  }
}
