internal import RungSource

extension SpecRules {
  static let lowLatencyWithLongGOP = Rule<Stream>(
    "low-latency-with-long-gop", family: "spec", severity: .warning,
    summary: "low latency with keyframes more than two seconds apart",
    why: "A viewer who joins waits for a keyframe or starts at an earlier one: the keyframe interval adds latency that no player can make up.",
    citation: Standard.practice("keyframes one to two seconds apart for low-latency delivery"),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: ⟦4s⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, keyframe_interval: 2s}
        """),
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        """),
    ]
  ) { stream, report in
    guard stream.spec.lowLatency?.value == true, let ladder = stream.ladder, ladder.media == .video else { return }
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, LongInterval)? in
        let rendition = ladder.renditions[index].value
        // Above four seconds it is too long for any stream, which ladder/keyframe-interval-unusual reports.
        guard let interval = rendition.keyframeInterval, stream.usualKeyframes == nil, interval.value > Seconds(2), interval.value <= Seconds(4), !rendition.hasBrokenGOP else { return nil }
        // At rates like 29.97 no whole number of frames lasts two seconds: the next higher one is accepted.
        if let frames = rendition.fps?.value.value.times(Rational(2))?.roundedUp, let gop = rendition.gop?.value, gop <= frames { return nil }
        return (interval.place, LongInterval(interval: interval.value, mend: ladder.keyframeMend(at: index)))
      },
      say: { found in
        FaultText(
          message: "keyframe interval of \(found.whose) is \(found.fault.interval.text), too long for \(.lowLatency, "true"); expected at most 2s",
          help: found.fault.mend.help(at: nil))
      })
  }
}

private struct LongInterval: Equatable {
  let interval: Seconds
  let mend: KeyframeMend
}
