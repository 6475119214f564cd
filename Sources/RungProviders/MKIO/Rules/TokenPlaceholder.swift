internal import RungSource
internal import RungSpec

extension MKIO {
  static let tokenPlaceholder = Rule<Fit<MKIO>>(
    "token-placeholder", family: id, severity: .warning,
    summary: "the access token is a placeholder from the documents",
    why: "The event would be created with the placeholder's own text as its token, and every reader of the documents knows it.",
    citation: MKIO.Source.guide("accessToken"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          token: ⟦<INGEST_ACCESS_TOKEN>⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          token: "${env:INGEST_TOKEN}"
        """)
    ]
  ) { fit, report in
    guard let token = fit.spec.ingest?.value.token, case .placeholder(let name) = token.value.kind else { return }
    report.flag(
      token.place, "`<\(name)>` is a placeholder; expected a reference to your own token",
      help: ["set \(.ingestToken, "${env:\(name)}")", "remove \(.ingestToken) and MK.IO generates one"])
  }
}
