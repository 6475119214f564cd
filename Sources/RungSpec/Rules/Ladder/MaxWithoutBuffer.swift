internal import RungSource

extension LadderRules {
  static let maxWithoutBuffer = Rule<Ladder>(
    "max-without-buffer", family: "ladder", severity: .note,
    summary: "`max_bitrate` without a `buffer`",
    why: "A maximum is enforced over the time that the VBV buffer spans. Without a buffer x264 ignores the maximum, and peaks are as high as the content needs. A provider may choose its own buffer; few document it.",
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
      // Encoders without such a buffer are reported by their own target.
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
      // A buffer that could not be read has a finding of its own.
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
        message: "\(.maxBitrate) of \(ladder.naming(found)) has no \(.buffer); without it x264 ignores the maximum",
        help: "add \(.buffer, max.value.text) (one second of the maximum) or up to twice that, unless the provider chooses it"))
  }
}
