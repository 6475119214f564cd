internal import RungSource
internal import RungSpec

extension Qencode {
  static let playbackDomainNotQualified = Rule<Fit<Qencode>>(
    "playback-domain-not-qualified", family: id, severity: .error,
    summary: "the playback domain is a single word",
    why: "Qencode requires the fully qualified domain name, which viewers can resolve everywhere.",
    citation: Source.reference("playback_domain: the fully qualified domain name", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            create_domain: false
        playback:
          domain: ⟦live⟧
        """)
    ],
    good: [
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
    // Anything but letters, digits and hyphens has a finding already, or is a reference.
    guard let domain = fit.spec.playback?.value.domain,
      domain.value.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") })
    else { return }
    report.flag(
      domain.place, "playback domain `\(domain.value)` is a single word; Qencode requires a fully qualified domain name",
      help: "use the full name, for example `live.example.com`")
  }
}
