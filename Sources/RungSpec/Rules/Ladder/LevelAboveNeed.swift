internal import RungSource

extension LadderRules {
  static let levelAboveNeed = Rule<Ladder>(
    "level-above-need", family: "ladder", severity: .note,
    summary: "a higher H.264 level than the rendition needs",
    why: "Old devices refuse a stream by its level, whatever is in it: a level that is not needed shuts some of them out for nothing.",
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
    ],
    good: [
      // One level for all has to do for the largest.
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
    ]
  ) { ladder, report in
    guard ladder.media == .video else { return }
    var groups: [(place: Place, level: H264Level, needed: H264Level, indices: [Int])] = []
    var known: [Span: Int] = [:]
    for index in ladder.renditions.indices {
      guard let written = ladder.renditions[index].value.level, let level = H264Level.named(written.value) else { continue }
      // Where the need is not known the level is taken to be needed.
      let needed = ladder.renditions[index].value.h264Need ?? level
      if let group = known[written.place.span] {
        groups[group].indices.append(index)
        if needed.rank > groups[group].needed.rank { groups[group].needed = needed }
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
        first.place, "level \(first.level.name) is higher than \(ladder.naming(first.indices)) needs, which is \(first.needed.name)",
        help: "write `level: \"\(first.needed.name)\"`, unless a device asks for more", fix: fix)
      return
    }
    report.flag(
      ladder.place, "the levels of \(ladder.naming(groups.flatMap(\.indices))) are higher than size, frame rate and bitrate need",
      notes: groups.prefix(12).map { Note("\(ladder.naming($0.indices)): level \($0.needed.name) would do", at: $0.place.span) },
      help: "write the lowest level that suffices, unless a device asks for more", fix: fix)
  }
}

extension Rendition {
  /// The level that x264 would choose by itself; nil when too much is open to tell. What is not stated is taken as x264
  /// has it: three reference frames, three B-frames, and without a maximum twice the target.
  fileprivate var h264Need: H264Level? {
    guard fps != nil, var load = h264Load(refFrames: 3, bframes: 3) else { return nil }
    if maxBitrate == nil {
      guard let bitrate else { return nil }
      let (twice, overflow) = bitrate.value.bitsPerSecond.multipliedReportingOverflow(by: 2)
      load.bitrate = Bitrate(bitsPerSecond: overflow ? .max : twice)
    }
    // The smaller factor, so that no profile needs more than is said.
    if load.profile == nil { load.profile = .main }
    return H264Level.lowest(for: load)
  }
}
