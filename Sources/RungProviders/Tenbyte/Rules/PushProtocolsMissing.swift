internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pushProtocolsMissing = Rule<Fit<Tenbyte>>(
    "push-protocols-missing", family: id, severity: .error,
    summary: "push is set without a protocol",
    why: "Tenbyte returns a publish URL for each protocol in the request; without one there is no URL to push to.",
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
    // A list whose members could not be read is not an empty one.
    if let protocols = ingest["protocols"] {
      guard case .list(let items) = protocols.content, items.isEmpty else { return }
    } else if ingest.says("protocols", among: Ingest.shape.keys) {
      return
    }
    report.flag(
      fit.stream.writtenKey("ingest", "protocols") ?? fit.stream.sectionPlace("ingest"),
      "\(path: .ingestProtocols) is \(fit.stream.writtenKey("ingest", "protocols") == nil ? "not set" : "empty"); Tenbyte requires `rtmp`, `srt` or both for push",
      help: "set \(.ingestProtocols, "[rtmp, srt]") (each protocol gets its own URL)", missing: "ingest.protocols")
  }
}
