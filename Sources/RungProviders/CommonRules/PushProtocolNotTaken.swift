internal import RungSource
internal import RungSpec

extension CommonRules {
  static let pushProtocolNotTaken = Rule<Measured>(
    "push-protocol-not-taken", family: nil, severity: .error,
    summary: "the push protocol is not supported by the provider",
    why: "The provider does not listen for this protocol, so the encoder cannot connect.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          protocols: [⟦srt⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          protocols: [rtmp, ⟦whip⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          protocols: [srt]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          protocols: [srt, rtmp]
        """)
    ]
  ) { measured, report in
    let facts = measured.facts
    guard measured.stream.ingestMode?.value == .push, let taken = facts.pushProtocols.value,
      let asked = measured.stream.spec.ingest?.value.protocols?.value
    else { return }
    let refused = asked.filter { !taken.contains($0.value) }
    // Where one is chosen for the stream, the others are alternatives that are not used.
    if facts.takesOneProtocol, refused.count < asked.count { return }
    for one in refused {
      report.flag(
        one.place, "push protocol `\(one.value.rawValue)` is not supported by \(facts.party); allowed: \(oneOf(taken.map(\.rawValue)))",
        notes: facts.notes(on: facts.pushProtocols, facts.pushProtocolAdvice),
        help: Help(facts.pushProtocolAdvice.mend ?? "use one of these protocols"), citation: facts.pushProtocols.citation)
    }
  }
}
