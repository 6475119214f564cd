internal import RungSource

extension SpecRules {
  static let playlistBelowThreeSegments = Rule<Stream>(
    "playlist-below-three-segments", family: "spec", severity: .error,
    summary: "a live playlist of fewer than three segments",
    why: "A player starts three segments from the end (RFC 8216, 6.3.3). A shorter playlist gives it no place to start, and a segment is removed before it is loaded.",
    citation: Standard.hls("section 6.2.2 (MUST NOT): a live playlist shorter than three target durations"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {playlist_segments: ⟦2⟧}}
        """,
        mended: """
        rung: 1
        name: news
        packaging: {hls: {playlist_segments: 6}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {playlist_segments: 3}}
        """)
    ]
  ) { stream, report in
    guard let count = stream.spec.packaging?.value.hls?.value.playlistSegments, count.value < 3 else { return }
    report.flag(
      count.place, "the live playlist has \(count.value) segment\(count.value == 1 ? "" : "s"); required: 3, recommended: 6",
      help: .set(.hlsPlaylistSegments, "6", at: count.place.span))
  }
}
