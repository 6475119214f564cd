internal import RungSource

extension LadderRules {
  static let bFramesInBaseline = Rule<Ladder>(
    "b-frames-in-baseline", family: "ladder", severity: .error,
    summary: "a baseline profile with B-frames",
    why: "Baseline has no B-frames. x264 drops them without a warning, so the encode differs from the ladder: either the B-frames or the profile is not meant.",
    citation: Standard.h264("A.2.1: only I and P slices in the Baseline profile"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 360p, resolution: 640x360, codec: h264, profile: baseline, bframes: ⟦2⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 360p, resolution: 640x360, codec: h264, profile: baseline, bframes: 0}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 360p, resolution: 640x360, codec: h264, profile: baseline, bframes: 0}
            - {name: 240p, resolution: 426x240, codec: h264, profile: main, bframes: 2}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Int)? in
        guard let bframes = rendition.bframes, bframes.value > 0, rendition.profile?.value == .baseline else { return nil }
        return (bframes.place, bframes.value)
      },
      say: { found in
        FaultText(
          message: "\(.bframes, found.fault) is not supported with \(.profile, "baseline") (\(found.whose)); Baseline has no B-frames",
          notes: found.first.profile.map { [MessageNote("the profile is set here", at: $0.place.span)] } ?? [],
          help: .set(.bframes, "0", at: found.place.span, or: "set \(.profile, "main")"))
      })
  }
}
