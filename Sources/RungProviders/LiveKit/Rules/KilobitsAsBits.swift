internal import RungSource
internal import RungSpec

extension LiveKit {
  static let kilobitsAsBits = Rule<Fit<LiveKit>>(
    "kilobits-as-bits", family: id, severity: .error,
    summary: "a bitrate is a thousand times too low for its resolution",
    why: "The field counts bits per second: 3000 is 3 kbps, not 3 Mbps, and the video is unwatchable at that rate.",
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
      // Every sensible bitrate of a layer is above this.
      guard let bitrate = layer.bitrate, bitrate.value.bitsPerSecond < 100_000, bitrate.value >= least, let size = layer.size
      else { continue }
      let usual = LiveKitLayers.bitrate(of: size.value, frameRate: LiveKitLayers.unstatedFrameRate)
      // A hundredth of LiveKit's own default.
      guard bitrate.value.bitsPerSecond * 100 < Int64(usual) else { continue }
      let meant = "\(bitrate.value.bitsPerSecond)k"
      report.flag(
        bitrate.place,
        "bitrate \(bitrate.value.prose) of \(fit.label(layer)) is too low for \(size.value.text); LiveKit's default is \(Bitrate(bitsPerSecond: Int64(usual)).prose)",
        help: .set(.bitrate, meant, at: bitrate.place.span, note: "if kilobits are meant"))
    }
  }
}
