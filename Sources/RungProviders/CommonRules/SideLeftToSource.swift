internal import RungSource
internal import RungSpec

extension CommonRules {
  static let sideLeftToSource = Rule<Measured>(
    "side-left-to-source", family: nil, severity: .error,
    summary: "one side of a resolution is left to the source, whose size is not set",
    why: "`?x720` means 720 lines with the source's aspect ratio. An encoder that reads the source knows it; a request needs both sides, and without `ingest.video.resolution` they cannot be computed.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, resolution: ⟦"?x720"⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, resolution: ⟦1280x?⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {video: {resolution: 1920x1080}}
        ladder:
          renditions:
            - {name: 720p, resolution: "?x720"}
        """)
    ]
  ) { measured, report in
    guard !measured.facts.takesOneSide else { return }
    for side in measured.video(\.statedSide) where !measured.video(\.resolution).contains(where: { $0.place.span == side.place.span }) {
      let open = if case .height = side.value { "width" } else { "height" }
      report.flag(
        side.place, "resolution `\(side.value.text)` has no \(open): the size of the source is not set",
        help: ["set \(path: .ingestResolution) to that size", "write both sides"],
        citation: measured.facts.heights.citation ?? measured.facts.width.citation)
    }
  }
}
