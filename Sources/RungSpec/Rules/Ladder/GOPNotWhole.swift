internal import RungSource

extension LadderRules {
  static let gopNotWhole = Rule<Ladder>(
    "gop-not-whole", family: "ladder", severity: .error,
    summary: "frame rate × keyframe interval is not a whole number of frames",
    why: "Every keyframe is a frame. At 29.97 fps no frame is at a multiple of two seconds; a GOP of 60 frames lasts 2.002 s.",
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, keyframe_interval: ⟦2s⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, keyframe_interval: 2.002s}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30000/1001, keyframe_interval: ⟦2s⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 360p, resolution: 640x360}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30000/1001, keyframe_interval: 2.002s}
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
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        """)
    ]
  ) { ladder, report in
    guard ladder.source == .ladder else { return }
    ladder.flagShared(
      &report,
      findAt: { index in
        let own = ladder.still[index].rendition
        return GOPFault.notWhole(gop: own.gop, interval: own.keyframeInterval, fps: own.fps, usual: ladder.usualLength(at: index))
      },
      say: { $0.fault.notWholeWording($0.whose, keys: .ladder, interval: $0.place, fps: $0.first.fps?.place, rates: ladder.rates(at: $0.place) { $0.keyframeInterval?.place }) })
  }
}
