internal import RungSource

extension AppleHLSRules {
  static let keyframesBeyond2s = Rule<Stream>(
    "keyframes-beyond-2s", family: family, severity: .warning,
    summary: "a keyframe interval above two seconds",
    why: "Players start and switch at keyframes. Apple's players are tuned for one every two seconds.",
    citation: Standard.apple("1.13 (SHOULD): a keyframe (IDR) every two seconds"),
    replaces: ["ladder/keyframe-interval-unusual"],
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: ⟦4s⟧}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          defaults: {fps: 30, gop: ⟦90⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          defaults: {fps: 30, gop: 60}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
            - {name: 480p, resolution: 854x480, keyframe_interval: 2s}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder else { return }
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, LongGOP)? in
        let rendition = ladder.renditions[index].value
        guard let interval = rendition.keyframeInterval, interval.value > Seconds(2), !rendition.hasBrokenGOP else { return nil }
        // At rates like 29.97 no whole number of frames lasts two seconds: the next higher one is accepted.
        let frames = rendition.fps.flatMap { $0.value.value.times(Rational(2))?.roundedUp }
        if let frames, let gop = rendition.gop?.value, gop <= frames { return nil }
        return (interval.place, LongGOP(interval: interval.value, mend: ladder.keyframeMend(at: index)))
      },
      say: { found in
        FaultText(
          message: "keyframe interval of \(found.whose) is \(found.fault.interval.text); Apple recommends 2s", help: found.fault.mend.help(at: found.place))
      })
  }
}

private struct LongGOP: Equatable {
  let interval: Seconds
  let mend: KeyframeMend
}
