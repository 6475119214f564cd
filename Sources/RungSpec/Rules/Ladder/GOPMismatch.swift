internal import RungSource

extension LadderRules {
  static let gopMismatch = Rule<Ladder>(
    "gop-mismatch", family: "ladder", severity: .error,
    summary: "`gop` and `keyframe_interval` disagree",
    why: "Both set the distance between keyframes. When they differ, segments are cut where only one of them has a keyframe.",
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: ⟦60⟧, keyframe_interval: 2s}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, keyframe_interval: 2s}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, gop: ⟦60⟧, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 360p, resolution: 640x360}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, gop: 50, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 360p, resolution: 640x360}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, keyframe_interval: 2s}
        """)
    ]
  ) { ladder, report in
    // The contribution encoder's stream is checked by spec/ingest-gop-mismatch.
    guard ladder.source == .ladder else { return }
    ladder.flagShared(
      &report, find: { GOPFault.mismatch(gop: $0.gop, interval: $0.keyframeInterval, fps: $0.fps) },
      say: { $0.fault.mismatchWording($0.whose, keys: .ladder, gop: $0.place, interval: $0.first.keyframeInterval?.place, rates: ladder.rates(at: $0.place) { $0.gop?.place }) })
  }
}
