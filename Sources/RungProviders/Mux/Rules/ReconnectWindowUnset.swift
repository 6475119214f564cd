internal import RungSource
internal import RungSpec

extension Mux {
  static let reconnectWindowUnset = Rule<Fit<Mux>>(
    "reconnect-window-unset", family: id, severity: .warning,
    summary: "a stream with low or reduced latency has no reconnect window",
    why: "With low and reduced latency Mux does not wait for the encoder by default: each break in the network ends the recording, and another begins.",
    citation: Source.create("reconnect_window: reduced and low latency streams have a default of 0 seconds; we suggest specifying a value other than zero"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: ⟦true⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: ⟦reduced⟧}}
        playback: {policy: public}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: true
        idle_timeout: ⟦0s⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: true
        idle_timeout: 1s
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: false
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {latency_mode: standard}}
        playback: {policy: public}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        idle_timeout: 0s
        """)
    ]
  ) { fit, report in
    guard let mode = fit.latency, mode.value != .standard else { return }
    if let wait = fit.spec.idleTimeout {
      guard wait.value == Seconds(0) else { return }
      report.flag(wait.place, "\(.idleTimeout) is 0 s with \(mode.value.rawValue) latency; each break of the encoder ends the recording", help: .set(.idleTimeout, "60s", at: wait.place.span))
    } else if fit.stream.written("idle_timeout") == nil {
      report.flag(mode.place, "\(.idleTimeout) is not set; with \(mode.value.rawValue) latency Mux does not wait for the encoder then, and each break ends the recording", help: "set \(.idleTimeout, "60s")", missing: SpecKey.idleTimeout.path)
    }
  }
}
