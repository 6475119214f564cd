internal import RungSource
internal import RungSpec

extension Qencode {
  static let whipNotSpoken = Rule<Fit<Qencode>>(
    "whip-not-spoken", family: id, severity: .note,
    summary: "WebRTC is to be pushed by WHIP",
    why: "Qencode takes WebRTC at a `wss://` URL, with signalling of its own: its kit for browsers speaks it. An encoder that knows WHIP only cannot connect.",
    citation: Source.reference("server_urls.webrtc, example: wss://", strength: .inferred),
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
        one.place, "the encoder pushes `whip`; Qencode takes WebRTC at a `wss://` URL, which is not WHIP",
        help: "publish with Qencode's WebRTC kit, or push `rtmp` or `srt`")
    }
  }
}
