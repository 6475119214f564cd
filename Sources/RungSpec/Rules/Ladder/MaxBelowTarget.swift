internal import RungSource

extension LadderRules {
  static let maxBelowTarget = Rule<Ladder>(
    "max-below-target", family: "ladder", severity: .error,
    summary: "`max_bitrate` is below `bitrate`",
    why: "The target cannot be reached. x264 throws it away and encodes at the maximum, so the stream is not what the ladder says, and the playlist announces a bitrate that never comes.",
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
        FaultText(
          message:
            "the maximum of \(found.whose) is \(found.fault.max.text), below its target of \(found.fault.target.text)",
          notes: found.first.bitrate.map { [MessageNote("the target stands here", at: $0.place.span)] } ?? [],
          help: "raise `max_bitrate` to at least \(found.fault.target.text), or lower `bitrate`",
          // Of two that lie further apart nobody knows which is the slip.
          fix: found.fault.target.bitsPerSecond / 2 <= found.fault.max.bitsPerSecond ? .replace(found.place.span, with: found.fault.target.text, .unsafe) : nil)
      })
  }
}
