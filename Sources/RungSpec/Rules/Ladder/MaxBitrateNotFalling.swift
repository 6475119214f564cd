internal import RungSource

extension LadderRules {
  static let maxBitrateNotFalling = Rule<Ladder>(
    "max-bitrate-not-falling", family: "ladder", severity: .warning,
    summary: "the maximum bitrate of a smaller rendition is not below that of a larger one",
    why: "Playlists announce the peak (BANDWIDTH), and players choose by it. Where a smaller rendition announces as much, a player never chooses it or treats it as the better one, whatever the targets are.",
    citation: Standard.hls("section 4.3.4.2: BANDWIDTH is the peak segment bit rate"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 2500k, max_bitrate: ⟦3500k⟧, buffer: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 2500k, max_bitrate: ⟦4000k⟧, buffer: 6000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 2000k, max_bitrate: 3500k, buffer: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 2000k, max_bitrate: 3500k, buffer: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: high, resolution: 1280x720, bitrate: 2000k, max_bitrate: 2500k, buffer: 4000k}
            - {name: low, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2500k, buffer: 4000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
            - {name: 720p-hevc, codec: h265, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        """)
    ]
  ) { ladder, report in
    guard ladder.media == .video, ladder.renditions.count > 1, !ladder.maximaFall else { return }
    for index in ladder.renditions.indices.prefix(256) {
      let rendition = ladder.still[index].rendition
      guard let own = rendition.maxBitrate, let size = rendition.resolution?.value.pixels else { continue }
      let larger = ladder.renditions.indices.prefix(256).first { other in
        let other = ladder.still[other].rendition
        guard let rate = other.maxBitrate?.value, let pixels = other.resolution?.value.pixels, pixels > size, rate <= own.value,
          other.codec?.value == rendition.codec?.value, other.fps?.value == rendition.fps?.value
        else { return false }
        // Targets that do not fall are found by ladder/bitrate-not-falling.
        guard let target = other.bitrate?.value, let ownTarget = rendition.bitrate?.value else { return true }
        return ownTarget < target
      }
      guard let larger, let other = ladder.still[larger].rendition.maxBitrate else { continue }
      report.flag(
        own.place,
        "maximum of \(rendition.reference) (\(own.value.text)) is not below that of the larger \(ladder.still[larger].rendition.reference) (\(other.value.text))",
        notes: [MessageNote("the maximum of the larger \(term: .rendition) is set here", at: other.place.span)],
        help: ["set a lower \(.maxBitrate) here", "set a higher one for \(ladder.still[larger].rendition.reference)"])
    }
  }
}

extension Ladder {
  /// True when each maximum is below the one before: most ladders.
  fileprivate var maximaFall: Bool {
    var last = Int64.max
    for still in still {
      guard let bits = still.rendition.maxBitrate?.value.bitsPerSecond else { continue }
      if bits >= last { return false }
      last = bits
    }
    return true
  }
}
