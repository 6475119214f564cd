internal import RungSource

extension LadderRules {
  static let levelAboveNeed = Rule<Ladder>(
    "level-above-need", family: "ladder", severity: .note,
    summary: "a higher level than the rendition needs",
    why: "Old devices reject a stream by its level, whatever its content: a higher level than needed excludes some of them for nothing.",
    citation: Standard.apple("1.11 (SHOULD NOT): a higher level than size and frame rate need"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, codec: h264, profile: main, level: ⟦"4.0"⟧, bframes: 0, ref_frames: 1, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, codec: h264, profile: main, level: "3.1", bframes: 0, ref_frames: 1, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        """),
      Example("""
        rung: 1
        name: news
        ⟦ladder⟧:
          defaults: {fps: 25, codec: h264, profile: main, bframes: 0, ref_frames: 1}
          renditions:
            - {name: 720p, resolution: 1280x720, level: "4.0", bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
            - {name: 480p, resolution: 854x480, level: "3.1", bitrate: 700k, max_bitrate: 900k, buffer: 1800k}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264, profile: main, bframes: 0, ref_frames: 1}
          renditions:
            - {name: 720p, resolution: 1280x720, level: "3.1", bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
            - {name: 480p, resolution: 854x480, level: "3.0", bitrate: 700k, max_bitrate: 900k, buffer: 1800k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: ⟦"5.0"⟧, bitrate: 4500k, max_bitrate: 6000k, buffer: 6000k}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", bitrate: 4500k, max_bitrate: 6000k, buffer: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: ⟦"4.1"⟧, tier: high, bitrate: 20M, max_bitrate: 25M, buffer: 25M}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: high, bitrate: 20M, max_bitrate: 25M, buffer: 25M}
        """),
    ],
    good: [
      // One level for all must be sufficient for the largest.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264, profile: main, level: "4.0", bframes: 0, ref_frames: 1}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        """),
      // The encoder's own defaults, three reference frames and three B-frames, may well need the level.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 480p, resolution: 854x480, fps: 25, codec: h264, profile: main, level: "3.0", bitrate: 700k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p60-hevc, resolution: 1920x1080, fps: 60, codec: h265, level: "4.1", bitrate: 6000k}
            - {name: 1080p60-av1, resolution: 1920x1080, fps: 60, codec: av1, level: "4.1", bitrate: 4500k}
            - {name: 1080p-main, resolution: 1920x1080, fps: 30, codec: h265, level: "4.1", tier: main, bitrate: 15M, max_bitrate: 20M, buffer: 20M}
        """),
    ]
  ) { ladder, report in
    guard ladder.media == .video, ladder.renditions.indices.contains(where: { ladder.still[$0].rendition.mayDoWithLess }) else { return }
    var groups: [(place: SourcePlace, level: VideoLevel, needed: VideoLevel, indices: [Int])] = []
    var known: [SourceSpan: Int] = [:]
    for index in ladder.renditions.indices {
      guard let written = ladder.still[index].rendition.level, let codec = ladder.still[index].rendition.codec?.value,
        let level = VideoLevel.named(written.value, of: codec)
      else { continue }
      // Where the need is not known the level counts as needed.
      let needed = ladder.still[index].rendition.usualLoad.flatMap {
        VideoLevel.lowest(of: codec, for: $0, stated: ladder.still[index].rendition.statedTier ?? .main)
      } ?? level
      if let group = known[written.place.span] {
        groups[group].indices.append(index)
        // No single number would be right for two codecs.
        if groups[group].level.codec != codec {
          groups[group].needed = groups[group].level
        } else if needed.rank > groups[group].needed.rank {
          groups[group].needed = needed
        }
      } else {
        known[written.place.span] = groups.count
        groups.append((written.place, level, needed, [index]))
      }
    }
    groups.removeAll { $0.needed.rank >= $0.level.rank }
    guard let first = groups.first else { return }
    let fix = FixIt(
      groups.count == 1 ? "write `\"\(first.needed.name)\"`" : "write the lowest levels", .unsafe,
      edits: groups.map { FixIt.Edit($0.place.span, "\"\($0.needed.name)\"") })
    if groups.count == 1 {
      report.flag(
        first.place, "level \(first.level.name) is higher than needed for \(ladder.naming(first.indices)); level \(first.needed.name) is sufficient",
        help: Help("set \(.level, "\"\(first.needed.name)\""), unless a device requires more", fix: fix))
      return
    }
    report.flag(
      ladder.place, "the levels of \(ladder.naming(groups.flatMap(\.indices))) are higher than size, frame rate and bitrate need",
      notes: groups.prefix(12).map { MessageNote("level \($0.needed.name) is sufficient for \(ladder.naming($0.indices))", at: $0.place.span) },
      help: Help("set the lowest sufficient \(.level) for each, unless a device requires more", fix: fix))
  }
}

extension Rendition {
  /// Whether the level below is sufficient. If it is not, none of the lower ones is.
  fileprivate var mayDoWithLess: Bool {
    guard let written = level?.value, let codec = codec?.value, let below = VideoLevel.named(written, of: codec)?.below,
      let load = usualLoad
    else { return false }
    let tier = statedTier ?? .main
    return !below.isExceeded(by: load, tier: tier) && (tier == .main || below.hasHighTier)
  }
}
