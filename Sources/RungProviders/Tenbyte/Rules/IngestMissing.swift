internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let ingestMissing = Rule<Fit<Tenbyte>>(
    "ingest-missing", family: id, severity: .error,
    summary: "the spec does not set how the stream reaches Tenbyte",
    why: "Tenbyte creates the publish URLs, or connects to the source, from this part of the request.",
    citation: Source.reference("ingest, required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦tenbyte⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {mode: push, protocols: [rtmp]}
        """)
    ]
  ) { fit, report in
    guard !fit.stream.document.says("ingest", among: Spec.shape.keys) else { return }
    report.flag(
      fit.measured.target, "\(term: .spec) has no \(.ingest), which Tenbyte requires",
      help: [
        "add \(.ingest, "{mode: push, protocols: [rtmp, srt]}")",
        "add \(.ingest, "{mode: pull, source: {url: \"srt://origin.example.com:9000\"}}")",
      ],
      missing: "ingest")
  }
}
