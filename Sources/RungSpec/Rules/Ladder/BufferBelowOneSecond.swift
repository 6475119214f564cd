internal import RungSource

extension LadderRules {
  static let bufferBelowOneSecond = Rule<Ladder>(
    "buffer-below-one-second", family: "ladder", severity: .warning,
    summary: "the VBV buffer holds less than a second of the target bitrate",
    why: "The buffer is what rate control may borrow from. Below a second a keyframe takes most of it, and the picture gets coarser at every keyframe and every cut. Very short buffers are for contribution at the lowest delay.",
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
          message: "the buffer of \(found.whose) is \(found.fault.buffer.text), \(found.fault.time(at: target)) of its target of \(target.text); expected at least one second",
          help: "write `buffer: \(BufferSize(bits: target.bitsPerSecond).text)` or more")
      })
  }
}
