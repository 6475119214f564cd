internal import RungSource

extension SpecRules {
  static let durationOnLinear = Rule<Stream>(
    "duration-on-linear", family: "spec", severity: .warning,
    summary: "a planned length for a stream that runs around the clock",
    why: "`duration` is the planned end of an event; a linear stream has none. With a provider that bills or limits by the kind of stream, the wrong kind is found out when the stream is cut off.",
    bad: [
      Example("""
        rung: 1
        name: news
        kind: linear
        duration: ⟦3h⟧
        """),
      Example("""
        rung: 1
        name: news
        duration: ⟦3h⟧
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        kind: event
        duration: 3h
        """),
      Example("""
        rung: 1
        name: news
        kind: linear
        """),
    ]
  ) { stream, report in
    guard let duration = stream.spec.duration, stream.kind.value == .linear else { return }
    let kind = stream.spec.kind
    // A kind that could not be read may have been `event`.
    guard kind != nil || stream.document["kind"] == nil else { return }
    // No fix-it: which of the two is meant nobody can tell, and a provider's "write `kind: linear`" would undo it.
    report.flag(
      duration.place, "`duration` is \(duration.value.text), and a linear stream has no end",
      notes: kind.map { [MessageNote("the kind stands here", at: $0.place.span)] } ?? [MessageNote("`kind` is linear unless it is said to be an event")],
      help: "write `kind: event`, or delete `duration`")
  }
}
