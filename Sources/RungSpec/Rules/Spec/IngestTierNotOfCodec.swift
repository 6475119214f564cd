internal import RungSource

extension SpecRules {
  static let ingestTierNotOfCodec = Rule<Stream>(
    "ingest-tier-not-of-codec", family: "spec", severity: .error,
    summary: "a tier for the contribution encoder, whose codec has none",
    why: "HEVC and AV1 have two classes of bitrate for each level from 4 up. H.264, VP8 and VP9 have none: their encoders have no such option.",
    citation: Standard.h264("Annex A: profiles and levels, no tiers", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, level: "4.1", tier: ⟦high⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: "4.1", tier: high}}
        """)
    ]
  ) { stream, report in
    guard let sent = stream.contribution, let tier = sent.tier, let codec = sent.codec, let fault = TierNameFault(tier.value, of: codec.value) else { return }
    report.flag(tier.place, fault.wording("the contribution encoder", key: .ingestTier, codec: codec.place))
  }
}
