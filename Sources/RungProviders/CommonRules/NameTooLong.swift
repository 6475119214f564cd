internal import RungSource
internal import RungSpec

extension CommonRules {
  static let nameTooLong = Rule<Measured>(
    "name-too-long", family: nil, severity: .error,
    summary: "the stream's name is longer than the provider allows",
    why: "The provider rejects the request; it does not shorten the name.",
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
      name.place, "\(.name) has \(count) characters; \(measured.facts.party) allows at most \(most)",
      notes: measured.facts.notes(on: limit),
      help: ["shorten \(.name)", "set a shorter \(.name) under this target's \(.targetOverrides)"],
      citation: limit.citation)
  }
}
