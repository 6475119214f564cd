internal import RungSource

extension SpecRules {
  static let durationOnLinear = Rule<Stream>(
    "duration-on-linear", family: "spec", severity: .warning,
    summary: "a planned duration for a stream that runs around the clock",
    why: "`duration` is the planned end of an event; a linear stream has no end. At a provider that bills or limits by the kind of stream, the wrong kind is noticed when the stream is cut off.",
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
    // No fix-it: it is not certain which of the two is meant, and a provider's "set `kind: linear`" would undo it.
    report.flag(
      duration.place, "\(.duration, duration.value.text) is set for a linear stream, which has no end",
      notes: kind.map { [MessageNote("the kind is set here", at: $0.place.span)] } ?? [MessageNote("\(.kind) is linear unless it is set to `event`")],
      help: ["set \(.kind, "event")", "remove \(.duration)"])
  }
}
