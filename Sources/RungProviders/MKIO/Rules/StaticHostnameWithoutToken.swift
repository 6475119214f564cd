internal import RungSource
internal import RungSpec

extension MKIO {
  static let staticHostnameWithoutToken = Rule<Fit<MKIO>>(
    "static-hostname-without-token", family: id, severity: .warning,
    summary: "a static host name without a token of one's own",
    why: "A static host name is there to know the ingest URL beforehand; the token is a part of that URL, and MK.IO makes a new one up.",
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
      isStatic.place, "the host name is static and the token is not stated; the ingest URL cannot be known beforehand",
      help: "state `ingest.token`, as a reference to a UUID")
  }
}
