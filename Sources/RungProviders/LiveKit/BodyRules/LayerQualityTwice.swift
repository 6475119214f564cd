internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerQualityTwice = Rule<ParsedBody>(
    "layer-quality-twice", family: id, severity: .error,
    summary: "two layers have the same quality",
    why: "A layer is chosen by its quality, so each quality is allowed once. A layer without a quality is LOW, so two layers without one have the same.",
    citation: Source.validation("more than one layer with the same quality level"),
    replaces: ["ladder/duplicate-rendition-name", "ladder/duplicate-rendition", "provider/too-many-renditions"],
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 1280, "height": 720},
          {"quality": ⟦"HIGH"⟧, "width": 640, "height": 360}
        ]}}}
        """),
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"width": 1280, "height": 720},
          ⟦{"width": 640, "height": 360}⟧
        ]}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 1280, "height": 720},
          {"quality": "MEDIUM", "width": 640, "height": 360},
          {"quality": "LOW", "width": 320, "height": 180}
        ]}}}
        """)
    ]
  ) { body, report in
    var seen: [String: SourcePlace] = [:]
    for layer in body.root["video"]?["options"]?["layers"]?.items ?? [] {
      guard layer["quality"]?.isUnread != true else { continue }
      let quality = quality(layer)
      let place = layer["quality"]?.place ?? layer.place
      if let first = seen[quality] {
        report.flag(
          place, "duplicate layer quality \(quality)\(layer["quality"] == nil ? ", the default of a layer without one" : "")",
          notes: [
            answer("invalid video parameters: more than one layer with the same quality level"), MessageNote("the first is set here", at: first.span),
          ], help: "set a different `quality` for each layer: `HIGH`, `MEDIUM`, `LOW`")
      } else {
        seen[quality] = place
      }
    }
  }
}
