internal import RungSource
internal import RungSpec

extension CommonRules {
  static let eventTooLong = Rule<Measured>(
    "event-too-long", family: nil, severity: .error,
    summary: "an event is planned to last longer than the provider allows",
    why: "A stream of kind `event` has an end. What a provider does with an event that is still running at the limit is rarely documented; it may be cut off.",
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
      duration.place, "event duration is \(duration.value.text); \(measured.facts.party) allows at most \(longest.text)",
      notes: [MessageNote("the kind is set here", at: kind.place.span)] + measured.facts.notes(on: limit),
      help: "set \(.kind, "linear") without \(.duration) and stop the stream yourself", citation: limit.citation)
  }
}
