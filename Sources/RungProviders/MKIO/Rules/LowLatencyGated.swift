internal import RungSource
internal import RungSpec

extension MKIO {
  static let lowLatencyGated = Rule<Fit<MKIO>>(
    "low-latency-gated", family: id, severity: .warning,
    summary: "low latency must be enabled by MK.IO for the account",
    why: "Where it is not enabled, the event is rejected or runs at the usual latency of about 25 seconds.",
    citation: MKIO.Source.reference("LiveEventPutProperties.streamOptions; contact the MK.IO sales team", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        low_latency: ⟦true⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        low_latency: false
        """)
    ]
  ) { fit, report in
    guard let lowLatency = fit.spec.lowLatency, lowLatency.value else { return }
    report.flag(
      lowLatency.place, "\(.lowLatency) is set; MK.IO's sales team must enable LowLatency for the account",
      help: ["ask MK.IO to enable it", "remove \(.lowLatency)"])
  }
}
