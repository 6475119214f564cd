internal import RungSource

extension LadderRules {
  static let bufferAboveTwoSeconds = Rule<Ladder>(
    "buffer-above-two-seconds", family: "ladder", severity: .warning,
    summary: "the VBV buffer holds more than two seconds of the maximum bitrate",
    why: "A buffer lets the stream exceed its bitrate for as long as it spans. Above two seconds whole segments are larger than announced, and players on a tight connection stall.",
    citation: Standard.practice("a VBV buffer of one to two seconds for segmented delivery"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: ⟦12000k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VBV)? in
        guard let vbv = VBV(rendition), let buffer = rendition.buffer else { return nil }
        let (most, overflow) = vbv.rate.bitsPerSecond.multipliedReportingOverflow(by: 2)
        guard !overflow, vbv.buffer.bits > most else { return nil }
        return (buffer.place, vbv)
      },
      say: { found in
        FaultText(
          message: "\(.buffer, found.fault.buffer.text) of \(found.whose) holds \(found.fault.time(at: found.fault.rate)) at \(found.fault.rate.text); expected at most 2 s",
          help: "set \(.buffer, BufferSize(bits: found.fault.rate.bitsPerSecond * 2).text) or less")
      })
  }
}
