internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerOff = Rule<GivenBody>(
    "layer-off", family: id, severity: .error,
    summary: "a layer is OFF, and is never made",
    why: "The server takes OFF as a quality. The ingress makes no such layer, and one with nothing but OFF ends with an error when its encoder connects.",
    citation: Source.ingress("webrtc_sink: layers by quality HIGH, MEDIUM and LOW"),
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 1280, "height": 720},
          {"quality": ⟦"OFF"⟧, "width": 640, "height": 360}
        ]}}}
        """)
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
    for layer in body.root["video"]?["options"]?["layers"]?.items ?? [] where layer["quality"]?.text == LiveKitQuality.off.rawValue {
      report.flag(
        layer["quality"]?.place ?? layer.place, "the quality of the layer is OFF; LiveKit makes HIGH, MEDIUM and LOW",
        help: "take the layer away, or give it one of these")
    }
  }
}
