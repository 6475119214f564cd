internal import RungSource

extension LadderRules {
  static let levelNotOfCodec = Rule<Ladder>(
    "level-not-of-codec", family: "ladder", severity: .error,
    summary: "a level that the codec does not have",
    why: "Each codec has its own levels; x264 prints `invalid level_idc: 43` for level 4.3 and does not start.",
    citation: Standard.x264("invalid level_idc"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, level: ⟦"4.3"⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, level: "4.2"}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {codec: h265, level: ⟦"2.2"⟧}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 720p, resolution: 1280x720}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, level: "4.2"}
            - {name: 480p, codec: h265, level: "3.1"}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, LevelNameFault)? in
        guard let level = rendition.level, let codec = rendition.codec?.value, let fault = LevelNameFault(level.value, of: codec)
        else { return nil }
        return (level.place, fault)
      },
      say: { found in
        let sharing = ladder.renditions.lazy.map(\.value).filter { $0.level?.place.span == found.place.span && $0.codec?.value == found.fault.codec }
        return found.fault.wording(found.whose, key: .level, at: found.place, for: Array(sharing))
      })
  }
}
