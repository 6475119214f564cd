internal import RungSource

extension LadderRules {
  static let bufferBelowOneFrame = Rule<Ladder>(
    "buffer-below-one-frame", family: "ladder", severity: .error,
    summary: "the VBV buffer holds less than one frame's share of bits",
    why: "No frame would fit. x264 raises such a buffer to the maximum bitrate divided by the frame rate; usually a buffer of one or two seconds is meant.",
    citation: Standard.x264("VBV buffer size cannot be smaller than one frame"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, bitrate: 3000k, max_bitrate: 3500k, buffer: ⟦50k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VBV)? in
        guard let vbv = VBV(rendition), vbv.isBelowOneFrame, let buffer = rendition.buffer else { return nil }
        return (buffer.place, vbv)
      },
      say: { found in
        let share = found.fault.bitsPerFrame?.rounded.map { BufferSize(bits: Int64($0)).prose } ?? "more"
        return FaultText(
          message: "buffer of \(found.whose) (\(found.fault.buffer.prose)) is smaller than one frame; at \(found.fault.rate.prose) a frame takes \(share)",
          help: "set \(.buffer, BufferSize(bits: found.fault.rate.bitsPerSecond).text) (one second) or more")
      })
  }
}
