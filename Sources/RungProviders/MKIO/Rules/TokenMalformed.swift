internal import RungSource
internal import RungSpec

extension MKIO {
  static let tokenMalformed = Rule<Fit<MKIO>>(
    "token-malformed", family: id, severity: .error,
    summary: "the access token does not have the form that the protocol requires",
    why: "With RTMP the token is part of the URL and must be a UUID; with SRT it is the passphrase, 10 to 79 characters long.",
    citation: MKIO.Source.reference("LiveEventInput.accessToken"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          protocols: [rtmp]
          token: ⟦let-me-in-please⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          protocols: [srt]
          token: ⟦short⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          protocols: [rtmp]
          token: "${env:INGEST_TOKEN}"
        """)
    ]
  ) { fit, report in
    // The value of a reference is not known here. The text of a literal is never shown.
    guard let token = fit.spec.ingest?.value.token, token.value.isLiteral else { return }
    let isSRT = MKIO.streamingProtocol(fit)?.value == .srt
    let count = token.value.revealed.scalarCount
    let bytes = Array(token.value.revealed.utf8)
    let fits = isSRT ? (10...79).contains(count) : MKIOText.isUUID(bytes)
    guard !fits else { return }
    // No document refuses it, and samples of Azure Media Services have it.
    if !isSRT, bytes.count == 32, bytes.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }) {
      report.flag(
        token.place, "the token is a UUID without hyphens; MK.IO documents one with hyphens", severity: .warning,
        help: "add the hyphens: 8-4-4-4-12 digits")
      return
    }
    report.flag(
      token.place,
      isSRT ? "the token has \(count) characters; SRT requires a passphrase of 10 to 79" : "the token is not a UUID; RTMP requires one",
      help: isSRT ? "use 10 to 79 characters" : ["use a UUID", "remove \(.ingestToken) and MK.IO generates one"])
  }
}
