internal import RungSource

extension LadderRules {
  static let bufferBelowOneSecond = Rule<Ladder>(
    "buffer-below-one-second", family: "ladder", severity: .warning,
    summary: "the VBV buffer holds less than a second of the target bitrate",
    why: "Rate control borrows bits from the buffer. Below one second a keyframe takes most of it, and quality drops at every keyframe and every cut. Very short buffers are for contribution at the lowest delay.",
    citation: Standard.practice("a VBV buffer of one to two seconds for segmented delivery"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: ⟦1500k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: 3000k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VBV)? in
        guard let vbv = VBV(rendition), let target = vbv.target, vbv.buffer.bits < target.bitsPerSecond, !vbv.isBelowOneFrame,
          let buffer = rendition.buffer
        else { return nil }
        return (buffer.place, vbv)
      },
      say: { found in
        let target = found.fault.target ?? found.fault.rate
        return FaultText(
          message: "\(.buffer, found.fault.buffer.text) of \(found.whose) holds \(found.fault.time(at: target)) at \(target.text); expected at least 1 s",
          help: "set \(.buffer, BufferSize(bits: target.bitsPerSecond).text) or more")
      })
  }
}
