internal import RungSource

extension SpecRules {
  static let ingestTierBelowLevel4 = Rule<Stream>(
    "ingest-tier-below-level-4", family: "spec", severity: .error,
    summary: "the contribution encoder's level has no High tier",
    why: "The High tier begins with level 4. Below it encoders use the Main tier and its bitrates without a warning.",
    citation: Standard.levels(of: .h265),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: "3.1", tier: ⟦high⟧, resolution: 1280x720, fps: 30, bitrate: 6M}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: "3.1", tier: main, resolution: 1280x720, fps: 30, bitrate: 6M}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: "4.0", tier: high, resolution: 1280x720, fps: 30, bitrate: 20M}}
        """)
    ]
  ) { stream, report in
    guard let sent = stream.contribution, let tier = sent.tier, let fault = HighTierFault(sent) else { return }
    report.flag(tier.place, fault.wording("the contribution encoder", keys: (.ingestTier, .ingestLevel), at: tier.place, level: sent.level?.place))
  }
}
