internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerOfAnotherShape = Rule<Fit<LiveKit>>(
    "layer-of-another-shape", family: id, severity: .warning,
    summary: "a layer has another aspect ratio than the source",
    why: "Width and height of a layer are a box. LiveKit keeps the source's aspect ratio and fits it into the box, so the result has another size than the ladder says.",
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
    // Only where the source is known; aspect ratios that differ within a ladder are a general rule: ladder/aspect-ratio-drift.
    guard let source = fit.spec.ingest?.value.video?.value.resolution else { return }
    for layer in fit.layers {
      guard let size = layer.size, let made = fitted(source.value, into: size.value), made != size.value else { continue }
      report.flag(
        size.place,
        "\(size.value.text) of \(fit.label(layer)) has another aspect ratio than the \(source.value.text) source; LiveKit produces \(made.text)",
        severity: fit.changeSeverity, notes: [MessageNote("the source's resolution is set here", at: source.place.span)],
        help: "set \(.resolution, made.text)")
    }
  }

  /// The source scaled down until it fits, with its aspect ratio; nil where it fits already, because nothing is upscaled.
  private static func fitted(_ source: Resolution, into box: Resolution) -> Resolution? {
    guard source.width > box.width || source.height > box.height else { return nil }
    func even(_ side: Int) -> Int { side + side % 2 }
    // The side that is scaled down more decides.
    if source.width * box.height > box.width * source.height {
      guard let height = Rational(Int64(source.height * box.width), Int64(source.width))?.roundedUp else { return nil }
      return Resolution(width: even(box.width), height: even(height))
    }
    guard let width = Rational(Int64(source.width * box.height), Int64(source.height))?.roundedUp else { return nil }
    return Resolution(width: even(width), height: even(box.height))
  }
}
