internal import RungSource
internal import RungSpec

extension MKIO {
  static let ingestOpenToAll = Rule<Fit<MKIO>>(
    "ingest-open-to-all", family: id, severity: .warning,
    summary: "every address may push to the event",
    why: "Everybody who learns the ingest URL can go on air. The guide asks for the encoder's addresses in production.",
    citation: MKIO.Source.guide("For production, list the encoder addresses explicitly"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          allow: [⟦0.0.0.0/0⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          allow: ⟦[]⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ⟦ingest⟧:
          protocols: [rtmp]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          allow: [203.0.113.0/24]
        """)
    ]
  ) { fit, report in
    let allow = fit.spec.ingest?.value.allow
    let everybody = allow?.value.first { $0.value.prefix == 0 }
    if let allow, !allow.value.isEmpty, everybody == nil { return }
    if allow == nil, fit.isWritten("ingest", "allow") { return }
    if fit.stream.ingestMode?.value == .pull { return }
    report.flag(
      everybody?.place ?? allow?.place ?? (fit.spec.ingest == nil ? fit.measured.target : fit.stream.sectionPlace("ingest")),
      everybody == nil ? "no encoder address is listed, so every address may push" : "`0.0.0.0/0` allows every address to push",
      help: "set \(.ingest, "{allow: [203.0.113.7]}") with the encoder's addresses", missing: allow == nil ? "ingest.allow" : nil)
  }
}
