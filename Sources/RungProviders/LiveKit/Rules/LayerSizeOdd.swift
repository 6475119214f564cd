internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerSizeOdd = Rule<Fit<LiveKit>>(
    "layer-size-odd", family: id, severity: .error,
    summary: "a VP8 layer has an odd width or height",
    why: "VP8 itself supports odd sizes; LiveKit's server rejects them for every codec.",
    citation: Source.validation("layer width and height"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          renditions:
            - {name: low, resolution: ⟦427x240⟧, codec: vp8, bitrate: 300k}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          renditions:
            - {name: low, resolution: 428x240, codec: vp8, bitrate: 300k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ladder:
          renditions:
            - {name: low, resolution: 426x240, codec: vp8, bitrate: 300k}
        """)
    ]
  ) { fit, report in
    // For the other codecs an odd side is a general rule: ladder/odd-dimensions.
    for layer in fit.layers where layer.codec?.value == .vp8 {
      guard let size = layer.size, (size.value.width | size.value.height) & 1 != 0 else { continue }
      let side = size.value.width % 2 == 0 ? "height" : "width"
      let even = Resolution(width: size.value.width + size.value.width % 2, height: size.value.height + size.value.height % 2)
      report.flag(
        size.place, "\(size.value.text) of \(fit.label(layer)) has an odd \(side); LiveKit allows even sides only",
        notes: [answer("invalid ingress: layer \(side) must be even")], help: .set(.resolution, even.text, at: size.place.span))
    }
  }
}
