internal import RungSource

extension LadderRules {
  static let keyframeIntervalUnusual = Rule<Ladder>(
    "keyframe-interval-unusual", family: "ladder", severity: .warning,
    summary: "keyframes less than one or more than four seconds apart",
    why: "Viewers join, seek and switch at keyframes: far apart, each of these takes longer and segments get long. Close together, keyframes use bits that the frames between them need.",
    citation: Standard.apple("1.13 (SHOULD): a keyframe every two seconds"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: ⟦10s⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 60, gop: ⟦30⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 480p, resolution: 854x480}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 4s}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      findAt: { index -> (SourcePlace, UnusualInterval)? in
        guard let interval = ladder.renditions[index].value.keyframeInterval, !interval.value.isUsualInterval else { return nil }
        return (interval.place, UnusualInterval(interval: interval.value, mend: ladder.keyframeMend(at: index)))
      },
      say: { found in
        FaultText(
          message: "keyframe interval of \(found.whose) is \(found.fault.interval.text); expected 1s to 4s", help: found.fault.mend.help(at: nil))
      })
  }
}

private struct UnusualInterval: Equatable {
  let interval: Seconds
  let mend: KeyframeMend
}
