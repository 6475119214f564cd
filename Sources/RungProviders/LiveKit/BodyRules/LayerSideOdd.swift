internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layerSideOdd = Rule<ParsedBody>(
    "layer-side-odd", family: id, severity: .error,
    summary: "a layer has an odd width or height",
    why: "Video is coded in pairs of pixels. The server rejects a layer with an odd side.",
    citation: Source.validation("layer width and height must be even"),
    replaces: ["livekit/layer-size-odd", "ladder/odd-dimensions"],
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [{"quality": "HIGH", "width": ⟦853⟧, "height": 480}]}}}
        """, mended: """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [{"quality": "HIGH", "width": 854, "height": 480}]}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [{"quality": "HIGH", "width": 854, "height": 480}]}}}
        """)
    ]
  ) { body, report in
    for layer in body.root["video"]?["options"]?["layers"]?.items ?? [] {
      for side in ["width", "height"] {
        guard let part = layer[side], let pixels = part.integer, pixels % 2 != 0, pixels < Int(UInt32.max) else { continue }
        report.flag(
          part.place, "layer \(side) \(pixels) is odd; LiveKit allows even sides only",
          notes: [answer("invalid ingress: layer \(side) must be even")], help: "set `\"\(side)\": \(pixels + 1)`",
          fix: .replace(part.place.span, with: String(pixels + 1), .unsafe))
      }
    }
  }
}
