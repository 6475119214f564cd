internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerOff = Rule<ParsedBody>(
    "layer-off", family: id, severity: .error,
    summary: "a layer has the quality OFF and is never produced",
    why: "The server accepts OFF as a quality, but the ingress skips such a layer. An ingress with OFF layers only ends with an error when its encoder connects.",
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
        isAlone ? "no layer is left, because every quality is OFF; LiveKit produces HIGH, MEDIUM and LOW" : "a layer of quality OFF is skipped; LiveKit produces HIGH, MEDIUM and LOW",
        severity: isAlone ? nil : .warning, help: isAlone ? "set one of these qualities" : ["remove the layer", "set one of these qualities"])
    }
  }
}
