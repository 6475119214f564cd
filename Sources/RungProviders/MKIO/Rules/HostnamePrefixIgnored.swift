internal import RungSource
internal import RungSpec

extension MKIO {
  static let hostnamePrefixIgnored = Rule<Fit<MKIO>>(
    "hostname-prefix-ignored", family: id, severity: .warning,
    summary: "a host name prefix without a static host name",
    why: "MK.IO applies the prefix only to static host names; without them it generates the addresses.",
    citation: MKIO.Source.reference("LiveEventPutProperties.hostnamePrefix"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            hostname_prefix: ⟦evening⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            static_hostname: true
            hostname_prefix: evening
        """)
    ]
  ) { fit, report in
    guard let prefix = fit.options.hostnamePrefix, fit.options.staticHostname.map({ !$0.value }) ?? !fit.isWritten("targets", id, "static_hostname") else { return }
    report.flag(
      prefix.place, "\(.mkio("hostname_prefix")) is ignored; MK.IO applies it only with \(.mkio("static_hostname"), "true")",
      help: fit.options.staticHostname == nil ? ["add \(.mkio("static_hostname"), "true")", "remove \(.mkio("hostname_prefix"))"] : ["remove \(.mkio("hostname_prefix"))", "set \(.mkio("static_hostname"), "true")"])
  }
}
