internal import RungSource

extension LadderRules {
  static let levelTooLow = Rule<Ladder>(
    "level-too-low", family: "ladder", severity: .error,
    summary: "the level is too low for the rendition",
    why: "Decoders rely on the level. One that is too low is signaled anyway, the encoder only warns, and set-top boxes and phones that rely on it show stutter, green blocks or nothing.",
    citation: Standard.h264("Table A-1, level limits (shall)"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h264, profile: high, level: ⟦"4.0"⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h264, profile: high, level: "4.2"}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30, codec: h264, profile: main, level: ⟦"3.1"⟧, bitrate: 3000k}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 900p, resolution: 1600x900}
            - {name: 720p, resolution: 1280x720}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30, codec: h264, profile: main, level: "4.0", bitrate: 3000k}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 900p, resolution: 1600x900}
            - {name: 720p, resolution: 1280x720}
        """),
      // Rate control counts as well: 15 Mbps exceeds 3.1 in the main profile, and not in the high profile.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h264, profile: main, level: ⟦"3.1"⟧, bitrate: 14000k, max_bitrate: 15000k, buffer: 14000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h265, level: ⟦"4.0"⟧, bitrate: 6000k}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h265, level: "4.1", bitrate: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 2160p, resolution: 3840x2160, fps: 60, codec: av1, level: ⟦"5.0"⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 2160p, resolution: 3840x2160, fps: 60, codec: av1, level: "5.1"}
        """),
      // Allowed in the level's High tier, but the Main tier is set.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: ⟦"4.0"⟧, tier: main, bitrate: 10M, max_bitrate: 15M, buffer: 15M}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h265, level: "4.1", tier: main, bitrate: 10M, max_bitrate: 15M, buffer: 15M}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: av1, level: ⟦"4.0"⟧, tier: high, bitrate: 40M}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: av1, level: "4.1", tier: high, bitrate: 40M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60, codec: h264, profile: high, level: "4.2"}
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h264, profile: high, level: "3.1", bitrate: 14000k, max_bitrate: 15000k, buffer: 15000k}
            - {name: 1080p-hevc, resolution: 1920x1080, fps: 60, codec: h265, level: "4.1", bitrate: 6000k}
            - {name: 1080p-av1, resolution: 1920x1080, fps: 60, codec: av1, level: "4.1", bitrate: 4000k}
            - {name: 1080p-high, resolution: 1920x1080, fps: 30, codec: h265, level: "4.0", tier: high, bitrate: 10M, max_bitrate: 15M, buffer: 15M}
        """)
    ]
  ) { ladder, report in
    guard ladder.media == .video else { return }
    var found = Grouped<Key, (shortfall: LevelShortfall, place: SourcePlace)>()
    for index in ladder.renditions.indices {
      // Where fewer references are sufficient ladder/ref-frames-above-level reports it.
      guard let shortfall = LevelShortfall(ladder.still[index].rendition), shortfall.fittingRefFrames == nil,
        let level = ladder.still[index].rendition.level
      else { continue }
      found.add((shortfall, level.place), to: Key(span: level.place.span, codec: shortfall.level.codec))
    }
    for (_, members) in found.groups {
      let (place, shortfalls) = (members[0].place, members.map(\.shortfall))
      // A level that several renditions share must be sufficient for the most demanding one.
      guard let worst = shortfalls.max(by: { $0.needed.rank < $1.needed.rank }) else { continue }
      let excesses = worst.level.excesses(of: worst.load, tier: worst.tier)
      var notes = excesses.dropFirst().map { MessageNote("also, \($0.text)") }
      notes += shortfalls.filter { $0.label != worst.label }.prefix(12).map { MessageNote("\($0.label) needs level \($0.needed.name)") }
      let codec = CodecVocabulary.name(of: worst.level.codec)
      report.flag(
        place, "\(codec) level \(worst.level.name) is too low for \(worst.label): \(excesses.first?.text ?? "its limits are exceeded")",
        notes: notes, help: worst.help((.level, .tier), at: place), citation: Standard.levels(of: worst.level.codec))
    }
  }

  private struct Key: Hashable {
    let span: SourceSpan
    let codec: VideoCodec
  }
}
