internal import RungSource

extension LadderRules {
  static let levelTooLow = Rule<Ladder>(
    "level-too-low", family: "ladder", severity: .error,
    summary: "the H.264 level does not allow what the rendition asks for",
    why: "The level is a promise to the decoder. One that is too low is signalled all the same, the encoder only warns, and set-top boxes and phones that go by the promise show stutter, green blocks or nothing.",
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
      // Rate control counts as well: 15 Mbps is beyond 3.1 in the main profile, and within it in the high profile.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h264, profile: main, level: ⟦"3.1"⟧, bitrate: 14000k, max_bitrate: 15000k, buffer: 14000k}
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
        """)
    ]
  ) { ladder, report in
    guard ladder.media == .video else { return }
    var groups: [(place: Place, members: [LevelShortfall])] = []
    var known: [Span: Int] = [:]
    for index in ladder.renditions.indices {
      guard let shortfall = LevelShortfall(ladder.renditions[index].value), let level = ladder.renditions[index].value.level else { continue }
      if let group = known[level.place.span] {
        groups[group].members.append(shortfall)
      } else {
        known[level.place.span] = groups.count
        groups.append((level.place, [shortfall]))
      }
    }
    for group in groups {
      // A level that several renditions share has to do for the most demanding one.
      guard let worst = group.members.max(by: { $0.needed.rank < $1.needed.rank }) else { continue }
      let excesses = worst.level.excesses(of: worst.load)
      var notes = excesses.dropFirst().map { Note("also, \($0)") }
      notes += group.members.filter { $0.label != worst.label }.prefix(12).map { Note("\($0.label) needs level \($0.needed.name)") }
      report.flag(
        group.place, "H.264 level \(worst.level.name) is too low for \(worst.label): \(excesses.first ?? "its limits are exceeded")",
        notes: notes, help: "write `level: \"\(worst.needed.name)\"`, the lowest that suffices",
        fix: .replace(group.place.span, with: "\"\(worst.needed.name)\"", .unsafe))
    }
  }
}

/// A rendition and a level that does not carry it, though another would.
private struct LevelShortfall {
  let label: String
  let level: H264Level
  let needed: H264Level
  let load: H264Load

  init?(_ rendition: Rendition) {
    // What is not stated is taken at its least, so that nothing is found that might not be there.
    guard let written = rendition.level?.value, let level = H264Level.named(written),
      let load = rendition.h264Load(refFrames: 1, bframes: 0), level.isExceeded(by: load), let needed = H264Level.lowest(for: load)
    else { return nil }
    label = rendition.label
    self.level = level
    self.needed = needed
    self.load = load
  }
}

extension Rendition {
  /// What the rendition asks of a decoder; nil unless it is H.264 and its size is known.
  func h264Load(refFrames: Int, bframes: Int) -> H264Load? {
    guard codec?.value == .h264, let resolution else { return nil }
    return H264Load(
      resolution.value, fps: fps?.value, profile: profile?.value, bitrate: (maxBitrate ?? bitrate)?.value, buffer: buffer?.value,
      refFrames: self.refFrames?.value ?? refFrames, bframes: self.bframes?.value ?? bframes)
  }
}
