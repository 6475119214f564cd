internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pushProtocolsMissing = Rule<Fit<Tenbyte>>(
    "push-protocols-missing", family: id, severity: .error,
    summary: "the encoder pushes, and no protocol is named",
    why: "Tenbyte hands out a publish URL for each protocol that the request names; without one there is nowhere to send to.",
    citation: Source.reference("ingest.protocols: required when kind=push"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ⟦ingest⟧: {mode: push}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {mode: push, ⟦protocols⟧: []}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {mode: push, protocols: [rtmp, srt]}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {mode: push, protocols: rtmp}
        """),
    ]
  ) { fit, report in
    guard fit.stream.ingestMode?.value == .push, let ingest = fit.stream.written("ingest") else { return }
    // A list whose members could not be read is no empty one.
    if let protocols = ingest["protocols"] {
      guard case .list(let items) = protocols.content, items.isEmpty else { return }
    } else if ingest.says("protocols", among: Ingest.shape.keys) {
      return
    }
    report.flag(
      fit.stream.writtenKey("ingest", "protocols") ?? fit.stream.sectionPlace("ingest"),
      "the encoder pushes and `ingest.protocols` names nothing; Tenbyte needs `rtmp`, `srt` or both",
      help: "write `protocols: [rtmp, srt]`: each gets its own URL, and the encoder takes either", missing: "ingest.protocols")
  }
}
