internal import RungSource

extension LadderRules {
  static let maxWithoutBuffer = Rule<Ladder>(
    "max-without-buffer", family: "ladder", severity: .note,
    summary: "`max_bitrate` without a `buffer` to hold it over",
    why: "A maximum is kept over the time that the VBV buffer spans. Without a buffer x264 drops the maximum, and peaks go as high as the picture asks. A provider may choose a buffer of its own; few say so.",
    citation: Standard.x264("VBV maxrate specified, but no bufsize, ignored"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: ⟦3500k⟧}
        """),
      Example("""
        rung: 1
        name: news
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k}
            - {name: 480p, resolution: 854x480, bitrate: 1500k, max_bitrate: 2000k}
        """),
    ],
    good: [
      // Of encoders without such a buffer their own target speaks.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: av1, bitrate: 3000k, max_bitrate: 3500k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
        """),
      // A buffer that could not be read is a fault of its own.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000}
        """),
    ]
  ) { ladder, report in
    guard ladder.media == .video else { return }
    let found = ladder.renditions.indices.filter { index in
      let rendition = ladder.renditions[index].value
      return rendition.enforcesMaximum && rendition.buffer == nil && rendition.maxBitrate != nil && !ladder.states("buffer", at: index)
    }
    guard let first = found.first, let max = ladder.renditions[first].value.maxBitrate else { return }
    ladder.flagOnce(
      &report, found, at: { $0.maxBitrate?.place },
      FaultText(
        message: "the maximum of \(ladder.naming(found)) has no buffer beside it, without which x264 ignores it",
        help: "add `buffer`, one to two seconds of the maximum (`buffer: \(max.value.text)` for \(max.value.text)), unless the provider chooses it"))
  }
}
