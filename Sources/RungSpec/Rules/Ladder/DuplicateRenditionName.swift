internal import RungSource

extension LadderRules {
  static let duplicateRenditionName = Rule<Ladder>(
    "duplicate-rendition-name", family: "ladder", severity: .warning,
    summary: "two renditions have the same name",
    why: "`drop`, `overrides` and a base find a rendition by its name, and a provider's dashboard and logs show it. With two of one name it is not certain which one is meant.",
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
            - {name: ⟦720p⟧, resolution: 854x480, bitrate: 1500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
            - {name: 480p, resolution: 854x480, bitrate: 1500k}
        """)
    ]
  ) { ladder, report in
    guard mayRepeat(ladder) else { return }
    var first: [String: SourcePlace] = [:]
    for index in ladder.renditions.indices {
      guard let name = ladder.renditions[index].value.name else { continue }
      // The same span twice is an alias or the defaults: still two renditions with one name.
      guard let before = first[name.value] else {
        first[name.value] = name.place
        continue
      }
      report.flag(
        name.place, "duplicate \(term: .rendition) name `\(name.value)`",
        notes: [MessageNote("the first one is here", at: before.span)], help: ["set another \(.renditionName)", "remove one of the two"])
    }
  }

  /// Looks through a handful of names without hashing them.
  private static func mayRepeat(_ ladder: Ladder) -> Bool {
    let indices = ladder.renditions.indices
    guard indices.count <= 16 else { return true }
    for index in indices.dropFirst() {
      guard let name = ladder.renditions[index].value.name?.value else { continue }
      for other in indices.prefix(upTo: index) where ladder.renditions[other].value.name?.value == name { return true }
    }
    return false
  }
}
