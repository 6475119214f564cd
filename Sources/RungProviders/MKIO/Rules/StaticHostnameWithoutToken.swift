internal import RungSource
internal import RungSpec

extension MKIO {
  static let staticHostnameWithoutToken = Rule<Fit<MKIO>>(
    "static-hostname-without-token", family: id, severity: .warning,
    summary: "a static host name without an access token",
    why: "A static host name makes the ingress URL known in advance; the token is part of that URL, and MK.IO generates one where none is set.",
    citation: MKIO.Source.ams("live event outputs, predictable URLs"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            static_hostname: ⟦true⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            static_hostname: true
        ingest:
          token: "${env:INGEST_TOKEN}"
        """)
    ]
  ) { fit, report in
    guard let isStatic = fit.options.staticHostname, isStatic.value, !fit.isWritten("ingest", "token") else { return }
    report.flag(
      isStatic.place, "the host name is static, but \(path: .ingestToken) is not set; the ingest URL cannot be known in advance",
      help: "set \(path: .ingestToken) to a reference to a UUID")
  }
}
