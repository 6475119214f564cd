internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let lowLatencyWithoutRecording = Rule<Fit<Cloudflare>>(
    "low-latency-without-recording", family: id, severity: .error,
    summary: "low latency is asked for, and recording is off",
    why: "Low-Latency HLS is HLS, which Cloudflare offers only for a stream that it records.",
    citation: Source.start("preferLowLatency: recording mode property must also be set to automatic"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: ⟦false⟧}}
        low_latency: true
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: true}}
        low_latency: true
        """)
    ]
  ) { fit, report in
    guard !fit.records, !fit.isOnlyWebRTC, fit.spec.lowLatency?.value == true, let stated = fit.options.record else { return }
    report.flag(
      stated.place, "\(.lowLatency, "true") requires a recording, and \(.cloudflare("record"), "false") makes none",
      help: "set \(.cloudflare("record"), "true")")
  }
}
