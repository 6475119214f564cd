internal import RungSource

extension LadderRules {
  static let gopNotWhole = Rule<Ladder>(
    "gop-not-whole", family: "ladder", severity: .error,
    summary: "frame rate × keyframe interval is not a whole number of frames",
    why: "An encoder places keyframes on frames. At 29.97 fps no keyframe falls on a multiple of two seconds; a GOP of 60 frames lasts 2.002 s.",
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
        """)
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
    for rendition in ladder.renditions.map(\.value) {
      guard let fps = rendition.fps, let interval = rendition.keyframeInterval, rendition.gop == nil,
        let frames = rendition.framesPerInterval, frames.whole == nil, let nearest = frames.rounded, nearest > 0,
        let time = Rational(nearest).divided(by: fps.value.value)
      else { continue }
      let mended = Seconds(time)
      report.flag(
        interval.place,
        "\(fps.value.text) fps × \(interval.value.text) is \(frames.roundedText) frames; a GOP is a whole number of frames",
        notes: [Note("the frame rate stands here", at: fps.place.span)],
        help: "write `gop: \(nearest)` (\(mended.text)), or `keyframe_interval: \(mended.text)`",
        fix: .replace(interval.place.span, with: mended.text, .unsafe))
    }
  }
}
