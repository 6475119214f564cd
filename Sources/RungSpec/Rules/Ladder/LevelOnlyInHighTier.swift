internal import RungSource

extension LadderRules {
  static let levelOnlyInHighTier = Rule<Ladder>(
    "level-only-in-high-tier", family: "ladder", severity: .note,
    summary: "only the High tier of the level allows the bitrate",
    why: "From level 4 up, HEVC and AV1 levels have two tiers, and the High tier allows several times the bitrate. Encoders choose it without a warning, and the codec string shows it (`H120` instead of `L120`): devices made for the Main tier may reject the stream.",
    citation: Citation("x265 (3.5)", "\"Main profile, Level-4.1 (High tier)\", unless no-high-tier is set", checked: "2026-11-20"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: ⟦"4.0"⟧, bitrate: 10000k, max_bitrate: 15000k, buffer: 15000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", bitrate: 6000k, max_bitrate: 12000k, buffer: 12000k}
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h264, level: "3.1", bitrate: 6000k, max_bitrate: 12000k, buffer: 12000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: high, bitrate: 10000k, max_bitrate: 15000k, buffer: 15000k}
        """),
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, OnlyHigh)? in
        // Where a tier is set, the level is checked in that tier.
        guard rendition.statedTier == nil, let written = rendition.level, let codec = rendition.codec?.value, codec != .h264,
          let level = VideoLevel.named(written.value, of: codec), let load = rendition.leastLoad, level.isExceeded(by: load),
          !level.isExceeded(by: load, tier: .high), let excess = level.excesses(of: load).first
        else { return nil }
        let main = VideoLevel.lowest(of: codec, for: load)
        return (written.place, OnlyHigh(level: level, main: main, excess: excess))
      },
      say: { found in
        let name = CodecVocabulary.name(of: found.fault.level.codec)
        return FaultText(
          message: "only the High tier of \(name) level \(found.fault.level.name) allows \(found.whose): \(found.fault.excess.text)",
          help: "set \(.tier, "high") if that is meant; \(found.fault.main.map { "the Main tier needs level \($0.name)" } ?? "no level allows it in the Main tier")")
      })
  }

  private struct OnlyHigh: Equatable {
    let level: VideoLevel
    let main: VideoLevel?
    let excess: LevelExcess
  }
}
