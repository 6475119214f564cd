internal import RungSource
internal import RungSpec

extension Mux {
  static let eventAboveContinuousDuration = Rule<Fit<Mux>>(
    "event-above-continuous-duration", family: id, severity: .warning,
    summary: "the event is longer than Mux lets a stream run",
    why: "Mux disconnects a stream that has been active for that long. An encoder that connects again begins another recording.",
    citation: Source.create("max_continuous_duration: may be continuously active before being disconnected; defaults to 12 hours"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        kind: event
        duration: ⟦13h⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {max_continuous_duration: 3600}}
        playback: {policy: public}
        kind: event
        duration: ⟦2h⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        kind: event
        duration: 12h
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {max_continuous_duration: 3600}}
        playback: {policy: public}
        kind: event
        duration: 1h
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        duration: 13h
        """)
    ]
  ) { fit, report in
    guard fit.stream.kind.value == .event, let time = fit.spec.duration, let longest = Mux.continuousSeconds.value?.upperBound else { return }
    let most = Seconds(fit.options.maximum?.value ?? longest)
    guard time.value > most else { return }
    report.flag(
      time.place, "\(.duration) is \(time.value.text); Mux disconnects the encoder after \(most.text)",
      help: most < Seconds(longest) && time.value <= Seconds(longest) ? "set \(.mux("max_continuous_duration"), "\(longest)")" : "restart the encoder within \(most.text), so that the break is yours to place")
  }
}
