internal import RungSource
internal import RungSpec

extension MKIO {
  static let lowLatencyGated = Rule<Fit<MKIO>>(
    "low-latency-gated", family: id, severity: .warning,
    summary: "low latency is a feature that MK.IO switches on by account",
    why: "Without it the event is refused or runs at the usual latency of about 25 seconds.",
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
      lowLatency.place, "low latency is asked for; MK.IO's sales team has to switch LowLatency on for the account",
      help: "ask MK.IO, or leave `low_latency` away")
  }
}
