internal import RungSource
internal import RungSpec

extension Qencode {
  static let lowLatencyAnnouncedOnly = Rule<Fit<Qencode>>(
    "low-latency-announced-only", family: id, severity: .warning,
    summary: "low latency is asked for, which Qencode only announces",
    why: "Low-latency HLS is coming soon by the reference, and no request has a field for it: the stream has the usual latency.",
    citation: Source.reference("output_format: LL-HLS, CMAF and DASH coming soon"),
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
      lowLatency.place, "low latency is asked for; Qencode announces LL-HLS as coming soon, and has no field for it",
      help: "leave `low_latency` away, or set it to false under this target's `overrides`")
  }
}
