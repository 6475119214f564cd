internal import RungSource
internal import RungSpec

extension LiveKit {
  static let singleLayerNotHigh = Rule<ParsedBody>(
    "single-layer-not-high", family: id, severity: .warning,
    summary: "the only layer is not HIGH",
    why: "Viewers choose among qualities. A single layer should have the highest; without a quality it is LOW.",
    citation: Source.proto("VideoLayer.quality: a single layer should be HIGH"),
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [⟦{"width": 1280, "height": 720}⟧]}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [{"quality": "HIGH", "width": 1280, "height": 720}]}}}
        """)
    ]
  ) { body, report in
    let layers = body.root["video"]?["options"]?["layers"]?.items ?? []
    guard layers.count == 1, let only = layers.first, only["quality"]?.isUnread != true, !only.isUnread else { return }
    let quality = quality(only)
    guard quality == LiveKitQuality.low.rawValue || quality == LiveKitQuality.medium.rawValue else { return }
    report.flag(
      only["quality"]?.place ?? only.place, "the only layer is \(quality)\(only["quality"] == nil ? " because it has no `quality`" : ""); expected HIGH",
      help: "set `\"quality\": \"HIGH\"`")
  }
}
