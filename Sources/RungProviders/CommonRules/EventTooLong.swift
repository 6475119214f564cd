internal import RungSource
internal import RungSpec

extension CommonRules {
  static let eventTooLong = Rule<Measured>(
    "event-too-long", family: nil, severity: .error,
    summary: "an event is planned to last longer than the provider's events do",
    why: "A stream of the kind event has an end. What happens to one that is still running at the limit is seldom documented, and never good.",
    bad: [
      Example("""
        rung: 1
        name: marathon
        kind: event
        duration: ⟦8h⟧
        targets: [tenbyte]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: marathon
        kind: event
        duration: 6h
        targets: [tenbyte]
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.eventDuration
    let kind = measured.stream.kind
    guard kind.value == .event, let longest = limit.value, let duration = measured.stream.spec.duration else { return }
    // Compared with the limit: that is what it is for.
    report.use(duration)
    guard duration.value > longest else { return }
    report.flag(
      duration.place, "the event lasts \(duration.value.text); \(measured.facts.party) runs events up to \(longest.text)",
      notes: [MessageNote("the stream is called an event here", at: kind.place.span)] + measured.facts.notes(on: limit),
      help: "write `kind: linear` without a duration, and stop it yourself when it is over", citation: limit.citation)
  }
}
