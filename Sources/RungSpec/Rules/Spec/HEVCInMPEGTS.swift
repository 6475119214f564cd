internal import RungSource

extension SpecRules {
  static let hevcInMPEGTS = Rule<Stream>(
    "hevc-in-mpegts", family: "spec", severity: .warning,
    summary: "HEVC in MPEG-TS segments",
    why: "Apple's players support HEVC in fragmented MP4 only, and they are most of the players that support HEVC in HLS at all.",
    citation: Standard.apple("1.5 (MUST): the container for HEVC is fMP4"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265}
        packaging: {hls: {segment_format: ⟦mpegts⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { stream, report in
    guard let format = stream.spec.packaging?.value.hls?.value.segmentFormat, format.value == .mpegts, let ladder = stream.ladder,
      ladder.media == .video
    else { return }
    let found = ladder.renditions.indices.filter { ladder.renditions[$0].value.codec?.value == .h265 }
    guard !found.isEmpty else { return }
    report.flag(
      format.place, "HLS segments are MPEG-TS; Apple's players support HEVC (\(ladder.naming(found))) in fMP4 only",
      notes: ladder.distinct(found) { $0.codec?.place }.prefix(6).map { MessageNote("the codec is set here", at: $0.place.span) },
      help: .set(.hlsSegmentFormat, "fmp4", at: format.place.span))
  }
}

extension Ladder {
  /// "is" or "are", after ``naming(_:)``.
  func verb(_ indices: [Int]) -> String { indices.count == 1 || indices.count == renditions.count ? "is" : "are" }
}
