internal import RungSource
internal import RungSpec

extension LiveKit {
  static let kilobitsAsBits = Rule<Fit<LiveKit>>(
    "kilobits-as-bits", family: id, severity: .error,
    summary: "a bitrate is a thousand times too small for its picture",
    why: "The field counts bits per second. 3000 in it is not 3 Mbps but 3 kbps, and nothing can be seen at that rate.",
    citation: Source.proto("VideoLayer.bitrate, in bps"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: ⟦3000 bps⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
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
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 300k}
        """)
    ]
  ) { fit, report in
    guard let least = layerBitrate.value?.lowerBound else { return }
    for layer in fit.layers {
      // Every sensible bitrate of a layer is above this, so that nothing is computed for it.
      guard let bitrate = layer.bitrate, bitrate.value.bitsPerSecond < 100_000, bitrate.value >= least, let size = layer.size
      else { continue }
      let usual = LiveKitLayers.bitrate(of: size.value, frameRate: LiveKitLayers.unstatedFrameRate)
      // A hundredth of what LiveKit itself would take.
      guard bitrate.value.bitsPerSecond * 100 < Int64(usual) else { continue }
      let meant = "\(bitrate.value.bitsPerSecond)k"
      report.flag(
        bitrate.place,
        "the bitrate of \(fit.label(layer)) is \(bitrate.value.prose); for \(size.value.text) LiveKit itself would take \(Bitrate(bitsPerSecond: Int64(usual)).prose)",
        help: "write `\(meant)` if kilobits are meant", fix: .replace(bitrate.place.span, with: meant, .unsafe))
    }
  }
}
