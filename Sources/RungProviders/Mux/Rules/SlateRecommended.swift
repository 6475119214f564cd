internal import RungSource
internal import RungSpec

extension Mux {
  static let slateRecommended = Rule<Fit<Mux>>(
    "slate-recommended", family: id, severity: .warning,
    summary: "viewers see no slate while Mux waits long for the encoder",
    why: "With standard latency nothing is inserted while the encoder is away. Players that get no media for long may stop.",
    citation: Source.create("reconnect_window: higher than 60 seconds with a standard latency stream, we highly recommend enabling slate"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        idle_timeout: ⟦61s⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {use_slate_for_standard_latency: false}}
        playback: {policy: public}
        idle_timeout: ⟦5m⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        idle_timeout: 60s
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {use_slate_for_standard_latency: true}}
        playback: {policy: public}
        idle_timeout: 5m
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: true
        idle_timeout: 5m
        """)
    ]
  ) { fit, report in
    guard fit.isStandard, fit.options.usesSlate?.value != true, let wait = fit.spec.idleTimeout,
      let most = Mux.unslatedWindow.value, wait.value > most
    else { return }
    report.flag(
      wait.place, "\(.idleTimeout) is \(wait.value.text) without a slate; above \(most.text) Mux highly recommends one", help: "set \(.mux("use_slate_for_standard_latency"), "true")")
  }
}
