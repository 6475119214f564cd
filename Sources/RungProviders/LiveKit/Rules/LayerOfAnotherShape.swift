internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerOfAnotherShape = Rule<Fit<LiveKit>>(
    "layer-of-another-shape", family: id, severity: .warning,
    summary: "a layer has another shape than the picture that comes in",
    why: "Width and height of a layer are a box. LiveKit keeps the picture's shape and fits it in, so that another size comes out than was asked for.",
    citation: Source.ingress("webrtc_sink: the aspect ratio is kept, sides rounded up to even"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1440x1080}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 720p, resolution: ⟦1280x720⟧, bitrate: 1500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1920x1080}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3M}
            - {name: 480p, resolution: 854x480, bitrate: 900k}
        """)
    ]
  ) { fit, report in
    // Only where it is known what comes in; shapes that differ within a ladder are no provider's rule: ladder/aspect-ratio-drift.
    guard let source = fit.spec.ingest?.value.video?.value.resolution else { return }
    for layer in fit.layers {
      guard let size = layer.size, let made = fitted(source.value, into: size.value), made != size.value else { continue }
      report.flag(
        size.place,
        "\(size.value.text) of \(fit.label(layer)) has another shape than the \(source.value.text) that comes in; LiveKit makes \(made.text) of it",
        severity: fit.changeSeverity, notes: [MessageNote("what comes in stands here", at: source.place.span)],
        help: "write `resolution: \(made.text)`")
    }
  }

  /// The source made smaller until it fits, its shape kept; nil where it fits already, for nothing is made larger.
  private static func fitted(_ source: Resolution, into box: Resolution) -> Resolution? {
    guard source.width > box.width || source.height > box.height else { return nil }
    func even(_ side: Int) -> Int { side + side % 2 }
    // The side that has to give more decides.
    if source.width * box.height > box.width * source.height {
      guard let height = Rational(Int64(source.height * box.width), Int64(source.width))?.roundedUp else { return nil }
      return Resolution(width: even(box.width), height: even(height))
    }
    guard let width = Rational(Int64(source.width * box.height), Int64(source.height))?.roundedUp else { return nil }
    return Resolution(width: even(width), height: even(box.height))
  }
}
