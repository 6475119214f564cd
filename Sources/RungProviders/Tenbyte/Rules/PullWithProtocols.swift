internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pullWithProtocols = Rule<Fit<Tenbyte>>(
    "pull-with-protocols", family: id, severity: .warning,
    summary: "push protocols are set while Tenbyte pulls",
    why: "The list holds the protocols that an encoder may push with. With pull there is no push, and Tenbyte does not document what it does with the list, so Rung omits it.",
    citation: Source.reference("response, ingest.protocols: push only", strength: .inferred),
    isAcceptable: true,
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
      "\(.ingestProtocols) applies to push only and is omitted from the request; this stream is pulled",
      help: "remove \(path: .ingestProtocols) (the source URL sets the pull protocol)")
  }
}
