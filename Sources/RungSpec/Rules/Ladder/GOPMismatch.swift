internal import RungSource

extension LadderRules {
  static let gopMismatch = Rule<Ladder>(
    "gop-mismatch", family: "ladder", severity: .error,
    summary: "`gop` and `keyframe_interval` disagree",
    why: "Both say how far apart keyframes are. When they differ, segments are cut where only one of them has a keyframe.",
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
        """)
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
    for rendition in ladder.renditions.map(\.value) {
      guard let gop = rendition.gop, let fps = rendition.fps, let interval = rendition.keyframeInterval,
        let frames = rendition.framesPerInterval, frames != Rational(gop.value)
      else { continue }
      report.flag(
        gop.place,
        "\(rendition.label) has a GOP of \(gop.value) frames; \(fps.value.text) fps × \(interval.value.text) is \(frames.text) frames",
        notes: [Note("the keyframe interval stands here", at: interval.place.span)],
        help: frames.whole.map { "write `gop: \($0)`, or leave one of the two away" } ?? "leave one of the two away",
        fix: frames.whole.map { .replace(gop.place.span, with: String($0), .unsafe) })
    }
  }
}
