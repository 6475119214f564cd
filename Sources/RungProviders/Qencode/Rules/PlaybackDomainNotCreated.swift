internal import RungSource
internal import RungSpec

extension Qencode {
  static let playbackDomainNotCreated = Rule<Fit<Qencode>>(
    "playback-domain-not-created", family: id, severity: .warning,
    summary: "nothing says that the playback domain has been created",
    why: "A stream can only name a domain that the account has for live streams; one that serves stored media does not do. Whether it is there, Rung cannot see.",
    citation: Source.reference("playback_domain: you should create a domain for playback first"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        playback:
          domain: ⟦live.example.com⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            create_domain: true
        playback:
          domain: live.example.com
        """),
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            create_domain: false
        playback:
          domain: live.example.com
        """)
    ]
  ) { fit, report in
    guard let domain = fit.spec.playback?.value.domain, fit.options.createDomain == nil, fit.options.streamID == nil,
      !Qencode.writesOption("create_domain", fit)
    else { return }
    report.flag(
      domain.place, "`\(domain.value)` has to be a domain of the account, of the type live, before the stream is created",
      help: "write `create_domain: true` under this target and the plan creates it, or `create_domain: false` if it is there")
  }

  /// Whether the target has the key, readable or not.
  static func writesOption(_ key: String, _ fit: Fit<Qencode>) -> Bool { fit.stream.written("targets", id)?.says(key, among: options.keys) == true }
}
