internal import RungSource
internal import RungSpec

extension Qencode {
  static let lowLatencyAnnouncedOnly = Rule<Fit<Qencode>>(
    "low-latency-announced-only", family: id, severity: .warning,
    summary: "low latency is set, which Qencode has only announced",
    why: "The reference lists low-latency HLS as coming soon, and no request has a field for it: the stream has the usual latency.",
    citation: Source.reference("output_format: LL-HLS, CMAF and DASH coming soon"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        low_latency: ⟦true⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        low_latency: false
        """)
    ]
  ) { fit, report in
    guard let lowLatency = fit.spec.lowLatency, lowLatency.value else { return }
    report.flag(
      lowLatency.place, "Qencode does not support low latency yet (LL-HLS is announced as coming soon)",
      help: ["remove \(.lowLatency)", "set \(.lowLatency, "false") under this target's \(.targetOverrides)"])
  }
}
