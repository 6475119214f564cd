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
      find: { rendition -> (SourcePlace, ShortBuffer)? in
        guard let vbv = VBV(rendition), let target = vbv.target, vbv.buffer.bits < target.bitsPerSecond, !vbv.isBelowOneFrame,
          let buffer = rendition.buffer
        else { return nil }
        // The level that is set may have no room for a second.
        var larger = rendition
        larger.buffer = Located(BufferSize(bits: target.bitsPerSecond), at: buffer.place)
        return (buffer.place, ShortBuffer(vbv: vbv, hasRoom: LevelShortfall(larger) == nil))
      },
      say: { found in
        let vbv = found.fault.vbv
        let target = vbv.target ?? vbv.rate
        return FaultText(
          message: "\(.buffer, vbv.buffer.text) of \(found.whose) holds \(vbv.time(at: target)) at \(target.text); expected at least 1 s",
          help: found.fault.hasRoom
            ? "set \(.buffer, BufferSize(bits: target.bitsPerSecond).text) or more" : "lower the bitrate: the level has no room for a larger buffer")
      })
  }
}

private struct ShortBuffer: Equatable {
  let vbv: VBV
  let hasRoom: Bool
}
