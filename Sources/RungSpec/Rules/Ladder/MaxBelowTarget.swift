internal import RungSource

extension LadderRules {
  static let maxBelowTarget = Rule<Ladder>(
    "max-below-target", family: "ladder", severity: .error,
    summary: "`max_bitrate` is below `bitrate`",
    why: "The target cannot be reached. x264 ignores it and encodes at the maximum, so the stream differs from the ladder, and the playlist announces a bitrate that is never reached.",
    citation: Standard.x264("max bitrate less than average bitrate, assuming CBR"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: ⟦2000k⟧, buffer: 6000k}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3000k, buffer: 6000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, MaxAndTarget)? in
        // With a capped CRF the target decides nothing.
        guard let max = rendition.maxBitrate, let target = rendition.bitrate, max.value < target.value,
          rendition.rateControl?.value != .cappedCRF
        else { return nil }
        return (max.place, MaxAndTarget(max: max.value, target: target.value))
      },
      say: { found in
        // Where they are further apart it is not certain which one is wrong.
        let isNear = found.fault.target.bitsPerSecond / 2 <= found.fault.max.bitsPerSecond
        let target = found.fault.target.text
        return FaultText(
          message: "\(.maxBitrate, found.fault.max.text) of \(found.whose) is below its target (\(target))",
          notes: found.first.bitrate.map { [MessageNote("the target is set here", at: $0.place.span)] } ?? [],
          help: Help(
            [isNear ? "set \(.maxBitrate, target) or more" : "set a \(.maxBitrate) of at least \(target)", "set a lower \(.bitrate)"],
            fix: isNear ? .replace(found.place.span, with: target, .unsafe) : nil))
      })
  }
}
