internal import RungSource
internal import RungSpec

extension Mux {
  static let testStreamTooShort = Rule<Fit<Mux>>(
    "test-stream-too-short", family: id, severity: .warning,
    summary: "a test stream ends before the stream does",
    why: "A test stream is disabled once it has been active for 5 minutes, and its recording is deleted after 24 hours.",
    citation: Source.create("test: limited to 5 minutes"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {test: ⟦true⟧}}
        playback: {policy: public}
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {test: ⟦true⟧}}
        playback: {policy: public}
        kind: event
        duration: 6m
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {test: ⟦true⟧}}
        playback: {policy: public}
        kind: event
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {test: true}}
        playback: {policy: public}
        kind: event
        duration: 5m
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {test: false}}
        playback: {policy: public}
        """)
    ]
  ) { fit, report in
    guard let test = fit.options.test, test.value, let most = Mux.testLength.value else { return }
    if fit.stream.kind.value == .event, let time = fit.spec.duration, time.value <= most { return }
    report.flag(test.place, "\(.mux("test"), "true") ends the stream after \(most.text) and disables it", help: "remove \(.mux("test"))")
  }
}
