internal import RungSource
internal import RungSpec

extension Qencode {
  static let playbackDomainNotCreated = Rule<Fit<Qencode>>(
    "playback-domain-not-created", family: id, severity: .warning,
    summary: "the spec does not set whether the playback domain exists",
    why: "A stream can only use a domain that the account has for live streams, not one for stored media. Rung cannot check whether it exists.",
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
      domain.place, "playback domain `\(domain.value)` must exist in the account (type live) before the stream is created",
      help: ["set \(.qencode("create_domain"), "true") to create it with the plan", "set \(.qencode("create_domain"), "false") if it exists"])
  }

  /// Whether the target has the key, readable or not.
  static func writesOption(_ key: String, _ fit: Fit<Qencode>) -> Bool { fit.stream.written("targets", id)?.says(key, among: options.keys) == true }
}
