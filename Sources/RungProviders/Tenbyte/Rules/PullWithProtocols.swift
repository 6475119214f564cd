internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pullWithProtocols = Rule<Fit<Tenbyte>>(
    "pull-with-protocols", family: id, severity: .warning,
    summary: "push protocols are named while Tenbyte pulls",
    why: "The protocols are those that an encoder may push with. With pull nobody pushes, and what Tenbyte makes of the list is not documented, so Rung leaves it out.",
    citation: Source.reference("response, ingest.protocols: push only", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          ⟦protocols⟧: [srt]
          source: {url: "srt://origin.example.com:9000"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: "srt://origin.example.com:9000"}
        """)
    ]
  ) { fit, report in
    guard fit.stream.ingestMode?.value == .pull, let protocols = fit.spec.ingest?.value.protocols else { return }
    for entry in protocols.value { report.name(entry.place) }
    report.flag(
      fit.stream.writtenKey("ingest", "protocols") ?? protocols.place,
      "`protocols` says what an encoder may push with, and Tenbyte is to pull; they are left out of the request",
      help: "take `protocols` away: the source's URL says how it is pulled")
  }
}
