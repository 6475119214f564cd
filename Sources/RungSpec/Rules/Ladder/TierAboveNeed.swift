internal import RungSource

extension LadderRules {
  static let tierAboveNeed = Rule<Ladder>(
    "tier-above-need", family: "ladder", severity: .note,
    summary: "the High tier, where the Main tier of the same level allows the bitrate",
    why: "Devices made for the Main tier reject a stream by its tier, whatever its content. x265 signals the Main tier wherever that is sufficient, so the codec string would differ from the spec's.",
    citation: Citation("x265 (3.5)", "\"Level-4 (Main tier)\" with high-tier=1, where the Main tier suffices", checked: "2026-11-21"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: ⟦high⟧, bitrate: 6M, max_bitrate: 12M, buffer: 12M}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: main, bitrate: 6M, max_bitrate: 12M, buffer: 12M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: high, bitrate: 10M, max_bitrate: 15M, buffer: 15M}
        """),
      // One tier for all must be sufficient for the highest bitrate.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30, codec: h265, level: "4.0", tier: high}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 10M, max_bitrate: 15M, buffer: 15M}
            - {name: 720p, resolution: 1280x720, bitrate: 6M, max_bitrate: 8M, buffer: 8M}
        """),
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, String)? in
        guard rendition.statedTier == .high, let tier = rendition.tier, let level = rendition.levelOfMainTier,
          ladder.renditions.allSatisfy({ $0.value.tier?.place.span != tier.place.span || $0.value.levelOfMainTier != nil })
        else { return nil }
        return (tier.place, level.name)
      },
      say: { found in
        FaultText(
          message: "\(.tier, "high") is not needed for \(found.whose); the Main tier of level \(found.fault) is sufficient",
          help: .set(.tier, "main", at: found.place.span))
      })
  }
}

extension Rendition {
  /// The level that is set, else the lowest sufficient one, where its Main tier allows the rendition.
  fileprivate var levelOfMainTier: VideoLevel? {
    guard let codec = codec?.value, let load = usualLoad else { return nil }
    guard let written = level?.value else {
      return VideoLevel.lowest(of: codec, for: load, tier: .high).flatMap { $0.isExceeded(by: load) ? nil : $0 }
    }
    guard let level = VideoLevel.named(written, of: codec), level.hasHighTier, !level.isExceeded(by: load) else { return nil }
    return level
  }
}
