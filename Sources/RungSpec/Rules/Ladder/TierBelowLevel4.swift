internal import RungSource

extension LadderRules {
  static let tierBelowLevel4 = Rule<Ladder>(
    "tier-below-level-4", family: "ladder", severity: .error,
    summary: "the High tier of a level that has none",
    why: "The High tier begins with level 4. Below it encoders use the Main tier and its bitrates without a warning: x265 lowers the bitrate to its limit.",
    citation: Standard.levels(of: .h265),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h265, level: "3.1", tier: ⟦high⟧, bitrate: 4M, max_bitrate: 6M, buffer: 6M}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h265, level: "3.1", tier: main, bitrate: 4M, max_bitrate: 6M, buffer: 6M}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, codec: av1, level: "3.1", tier: ⟦high⟧, bitrate: 40M}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, codec: av1, level: "4.1", tier: high, bitrate: 40M}
        """),
      // One rendition may have the tier and the other not: the author chooses where to set it.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {codec: h265, fps: 30, tier: ⟦high⟧}
          renditions:
            - {name: 1080p, resolution: 1920x1080, level: "4.0", bitrate: 12M, max_bitrate: 15M, buffer: 15M}
            - {name: 720p, resolution: 1280x720, level: "3.1", bitrate: 4M, max_bitrate: 6M, buffer: 6M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: high, bitrate: 12M, max_bitrate: 15M, buffer: 15M}
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h265, level: "3.1", tier: main, bitrate: 4M, max_bitrate: 6M, buffer: 6M}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, HighTierFault)? in
        guard let tier = rendition.tier, let fault = HighTierFault(rendition) else { return nil }
        return (tier.place, fault)
      },
      say: { found in
        let isAlone = ladder.renditions.allSatisfy { $0.value.tier?.place.span != found.place.span || HighTierFault($0.value) != nil }
        return found.fault.wording(found.whose, keys: (.tier, .level), at: found.place, level: found.first.level?.place, isAlone: isAlone)
      })
  }
}
