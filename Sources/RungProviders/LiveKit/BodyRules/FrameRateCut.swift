internal import RungSource
internal import RungSpec

extension LiveKit {
  static let frameRateCut = Rule<ParsedBody>(
    "frame-rate-cut", family: id, severity: .warning,
    summary: "the frame rate is not an integer and is truncated",
    why: "LiveKit caps the frame rate at an integer and truncates decimals: 29.97 becomes 29, and one frame in thirty is dropped.",
    citation: Source.ingress("video_output_bin: the frame rate as an integer, videorate max-rate"),
    replaces: ["livekit/frame-rate-not-whole"],
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"frame_rate": ⟦29.97⟧}}}
        """, mended: """
        {"participant_identity": "encoder-1", "video": {"options": {"frame_rate": 30}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"frame_rate": 30.0}}}
        """)
    ]
  ) { body, report in
    guard let rate = body.root["video"]?["options"]?["frame_rate"], let text = rate.node.scalar?.text, let value = Rational(decimal: text),
      value.whole == nil, let next = value.roundedUp, next > 1
    else { return }
    report.flag(
      rate.place, "`frame_rate` \(text) is truncated to \(next - 1); LiveKit supports integers only",
      help: "set `\"frame_rate\": \(next)` (the rate is a cap, and \(next) drops no frame of \(text))", fix: .replace(rate.place.span, with: String(next), .unsafe))
  }
}
