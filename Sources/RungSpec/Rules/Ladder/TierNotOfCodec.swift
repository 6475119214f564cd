internal import RungSource

extension LadderRules {
  static let tierNotOfCodec = Rule<Ladder>(
    "tier-not-of-codec", family: "ladder", severity: .error,
    summary: "a tier for a codec that has none",
    why: "HEVC and AV1 have two classes of bitrate for each level from 4 up, the Main and the High tier. H.264 uses profiles for that, and VP8 and VP9 have none: their encoders have no such option.",
    citation: Standard.h264("Annex A: profiles and levels, no tiers", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h264, level: "4.1", tier: ⟦high⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {tier: ⟦main⟧}
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265}
            - {name: 720p, resolution: 1280x720, codec: vp9}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265, tier: high}
            - {name: 720p, resolution: 1280x720, codec: av1, tier: main}
            - {name: 480p, resolution: 854x480, codec: h264}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, TierNameFault)? in
        guard let tier = rendition.tier, let codec = rendition.codec?.value, let fault = TierNameFault(tier.value, of: codec) else { return nil }
        return (tier.place, fault)
      },
      say: { found in
        let isAlone = ladder.renditions.allSatisfy { $0.value.tier?.place.span != found.place.span || $0.value.statedTier == nil }
        return found.fault.wording(found.whose, key: .tier, codec: found.first.codec?.place, isAlone: isAlone)
      })
  }
}
