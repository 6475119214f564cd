internal import RungSource
internal import RungSpec

extension MKIO {
  static let hostnamePrefixIgnored = Rule<Fit<MKIO>>(
    "hostname-prefix-ignored", family: id, severity: .warning,
    summary: "a host name prefix without a static host name",
    why: "MK.IO applies the prefix only to static host names; without them the addresses are made up.",
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
    guard let prefix = fit.options.hostnamePrefix, fit.options.staticHostname?.value != true else { return }
    report.flag(
      prefix.place, "`\(prefix.value)` is applied only when `static_hostname` is true; here it is not",
      help: fit.options.staticHostname == nil ? "add `static_hostname: true`, or leave the prefix away" : "leave the prefix away, or write `static_hostname: true`")
  }
}
