internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerOff = Rule<ParsedBody>(
    "layer-off", family: id, severity: .error,
    summary: "a layer is OFF, and is never made",
    why: "The server takes OFF as a quality, and the ingress skips such a layer. An ingress with nothing but OFF ends with an error when its encoder connects.",
    citation: Source.ingress("webrtc_sink: layers by quality HIGH, MEDIUM and LOW"),
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 1280, "height": 720},
          {"quality": ⟦"OFF"⟧, "width": 640, "height": 360}
        ]}}}
        """, severity: .warning),
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [{"quality": ⟦"OFF"⟧, "width": 640, "height": 360}]}}}
        """),
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 1280, "height": 720},
          {"quality": "LOW", "width": 320, "height": 180}
        ]}}}
        """)
    ]
  ) { body, report in
    let layers = body.root["video"]?["options"]?["layers"]?.items ?? []
    let off = layers.filter { LiveKit.quality($0) == LiveKitQuality.off.rawValue }
    for layer in off {
      let isAlone = off.count == layers.count
      report.flag(
        layer["quality"]?.place ?? layer.place,
        isAlone ? "no layer is left: every quality is OFF; LiveKit makes HIGH, MEDIUM and LOW" : "a layer of quality OFF is skipped; LiveKit makes HIGH, MEDIUM and LOW",
        severity: isAlone ? nil : .warning, help: isAlone ? "give the layer one of these" : "remove the layer, or give it one of these")
    }
  }
}
