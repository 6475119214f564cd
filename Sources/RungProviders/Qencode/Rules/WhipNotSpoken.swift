internal import RungSource
internal import RungSpec

extension Qencode {
  static let whipNotSpoken = Rule<Fit<Qencode>>(
    "whip-not-spoken", family: id, severity: .note,
    summary: "WHIP is set, which Qencode does not support",
    why: "Qencode accepts WebRTC at a `wss://` URL with its own signaling, which its browser kit supports. An encoder that supports WHIP only cannot connect.",
    citation: Source.reference("server_urls.webrtc, example: wss://", strength: .inferred),
    scope: .otherTexts,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          protocols: [⟦whip⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          protocols: [srt]
        """)
    ]
  ) { fit, report in
    for one in fit.spec.ingest?.value.protocols?.value ?? [] where one.value == .whip {
      report.flag(
        one.place, "push protocol `whip` is not supported by Qencode; it accepts WebRTC at a `wss://` URL, which is not WHIP",
        help: ["use Qencode's WebRTC kit", "use `rtmp` or `srt`"])
    }
  }
}
