internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layersAboveSource = Rule<Fit<LiveKit>>(
    "layers-above-source", family: id, severity: .warning,
    summary: "layers that LiveKit omits, because a lower one covers the source",
    why: "From LOW up, the first layer that the source fits into is the last one that LiveKit produces. Viewers then get at most that layer's bitrate, which was meant for a lower resolution.",
    citation: Source.ingress("webrtc_sink: layers above the source are dropped"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: ⟦1280x720⟧}
        ladder:
          defaults: {fps: 30}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3M}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """, severity: .note)
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
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """)
    ]
  ) { fit, report in
    guard let source = fit.spec.ingest?.value.video?.value.resolution else { return }
    let layers = fit.layers
    guard let last = layers.lastIndex(where: { $0.size.map { covers($0.value, source.value) } ?? false }), last > 0 else { return }
    let top = layers[last]
    let lost = Message(joining: layers[..<last].map { "\(fit.label($0))" }, with: ", ")
    // Another rule warns of a layer that is larger than the source; this says what LiveKit produces.
    let isNamed = layers[0].size.map { $0.value.width > source.value.width || $0.value.height > source.value.height } ?? false
    report.flag(
      source.place,
      "the encoder sends \(source.value.text), which \(fit.label(top)) covers; LiveKit omits every layer above it",
      severity: isNamed ? .note : nil,
      notes: [MessageNote("omitted: \(lost)")] + (top.bitrate.map { [MessageNote("viewers get at most \($0.value.prose)", at: $0.place.span)] } ?? []),
      help: ["send a higher resolution", "remove what is omitted and give \(fit.label(top)) its \(.bitrate)"])
  }

  private static func covers(_ layer: Resolution, _ source: Resolution) -> Bool {
    layer.width >= source.width && layer.height >= source.height
  }
}
