internal import RungSource
internal import RungSpec

extension CommonRules {
  static let nameTooLong = Rule<Measured>(
    "name-too-long", family: nil, severity: .error,
    summary: "the stream's name is longer than the provider takes",
    why: "The provider refuses the request; it does not cut the name off.",
    bad: [
      Example("""
        rung: 1
        name: ⟦\(String(repeating: "news", count: 64))⟧
        targets: [tenbyte]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: \(String(repeating: "n", count: 255))
        targets: [tenbyte]
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.nameLength
    guard let most = limit.value?.upperBound, let name = measured.stream.spec.name else { return }
    // JSON Schema counts code points (RFC 8259 characters), and so do the providers' schemas.
    let count = name.value.scalarCount
    guard count > most else { return }
    report.flag(
      name.place, "the name has \(count) characters; \(measured.facts.party) takes at most \(most)",
      notes: measured.facts.notes(on: limit),
      help: "shorten it, or set a shorter one under this target's `overrides`; `labels` and `description` take the rest",
      citation: limit.citation)
  }
}
