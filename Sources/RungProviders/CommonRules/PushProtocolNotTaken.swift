internal import RungSource
internal import RungSpec

extension CommonRules {
  static let pushProtocolNotTaken = Rule<Measured>(
    "push-protocol-not-taken", family: nil, severity: .error,
    summary: "the encoder is to push with a protocol that the provider does not take",
    why: "The provider opens no port for it: the encoder would have nowhere to connect to.",
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
    // Where one is chosen for the stream, the others are alternatives that were not needed.
    if facts.takesOneProtocol, refused.count < asked.count { return }
    for one in refused {
      report.flag(
        one.place, "the encoder is to push with `\(one.value.rawValue)`; \(facts.party) takes \(oneOf(taken.map(\.rawValue)))",
        notes: facts.notes(on: facts.pushProtocols, facts.pushProtocolAdvice),
        help: Help(facts.pushProtocolAdvice.mend ?? "name one of these"), citation: facts.pushProtocols.citation)
    }
  }
}
