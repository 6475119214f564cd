internal import RungSource
internal import RungSpec

extension Mux {
  static let latencyModesDiffer = Rule<Fit<Mux>>(
    "latency-modes-differ", family: id, severity: .error,
    summary: "two latency modes are set",
    why: "A live stream has one latency mode. `low_latency` asks for one, and the option `latency_mode` for another.",
    citation: Source.create("latency_mode: set this as an alternative to setting low latency or reduced latency flags"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: ⟦reduced⟧}}
        playback: {policy: public}
        low_latency: true
        idle_timeout: 60s
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: ⟦standard⟧}}
        playback: {policy: public}
        low_latency: true
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: ⟦low⟧}}
        playback: {policy: public}
        low_latency: false
        idle_timeout: 60s
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: low}}
        playback: {policy: public}
        low_latency: true
        idle_timeout: 60s
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: standard}}
        playback: {policy: public}
        low_latency: false
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: reduced}}
        playback: {policy: public}
        low_latency: false
        idle_timeout: 60s
        """)
    ]
  ) { fit, report in
    // Reduced latency is less than standard, and not what `low_latency` asks for.
    guard let mode = fit.options.latencyMode, let low = fit.spec.lowLatency, low.value != (mode.value == .low) else { return }
    report.flag(
      mode.place, "\(.mux("latency_mode"), mode.value.rawValue) and \(.lowLatency, low.value ? "true" : "false") differ; a live stream has one latency mode",
      help: ["remove \(.mux("latency_mode"))", "set \(.mux("latency_mode"), low.value ? "low" : "standard")"])
  }
}
