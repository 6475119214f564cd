internal import RungSource
internal import RungSpec

extension Mux {
  static let reconnectWindowOutOfRange = Rule<Fit<Mux>>(
    "reconnect-window-out-of-range", family: id, severity: .error,
    summary: "`idle_timeout` is longer than Mux waits",
    why: "`idle_timeout` is sent as `reconnect_window`, the time that Mux waits for the encoder before it ends the recording.",
    citation: Source.disconnects("reconnect_window: any value between 0 to 1800 seconds"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: true
        idle_timeout: ⟦31m⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        low_latency: true
        idle_timeout: 30m
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        idle_timeout: 500ms
        """)
    ]
  ) { fit, report in
    guard let wait = fit.spec.idleTimeout, let most = Mux.reconnectSeconds.value?.upperBound, wait.value > Seconds(most) else { return }
    report.flag(
      wait.place, "\(.idleTimeout) is \(wait.value.text); Mux waits at most \(Seconds(most).text)", help: .set(.idleTimeout, Seconds(most).text, at: wait.place.span))
  }
}
