internal import RungSource
internal import RungSpec

extension LiveKit {
  static let layersNotRising = Rule<ParsedBody>(
    "layers-not-rising", family: id, severity: .error,
    summary: "a layer of higher quality is smaller than one of lower quality",
    why: "Viewers with more bandwidth get the higher quality. The server rejects layers whose sizes contradict their qualities.",
    citation: Source.validation("video layers do not have increasing height, or width, with increasing quality"),
    replaces: ["livekit/layer-widths-not-rising", "ladder/renditions-out-of-order"],
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 640, "height": ⟦360⟧},
          {"quality": "LOW", "width": 1280, "height": 720}
        ]}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 640, "height": 360},
          {"quality": "LOW", "width": 640, "height": 360}
        ]}}}
        """),
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"layers": [
          {"quality": "HIGH", "width": 1280, "height": 720},
          {"quality": "LOW", "width": 320, "height": 180}
        ]}}}
        """)
    ]
  ) { body, report in
    let layers = (body.root["video"]?["options"]?["layers"]?.items ?? []).filter { $0["quality"]?.isUnread != true }
    // From the lowest quality up; gaps are skipped.
    let rising = LiveKitQuality.useful.reversed().compactMap { wanted in layers.first { quality($0) == wanted.rawValue } }
    for (lower, higher) in zip(rising, rising.dropFirst()) {
      for side in ["height", "width"] {
        guard let small = lower[side]?.integer, let large = higher[side]?.integer, large < small, let place = higher[side]?.place else { continue }
        report.flag(
          place, "\(side) \(large) of \(quality(higher)) is below \(small) of \(quality(lower)); LiveKit requires a higher quality to be at least as large",
          notes: [
            answer("invalid video parameters: video layers do not have increasing \(side) with increasing quality"),
            MessageNote("the lower quality's \(side) is set here", at: lower[side]?.place.span),
          ], help: "set the higher quality for the larger layer")
        // The server names the height first, and so does one finding for both.
        break
      }
    }
  }
}
