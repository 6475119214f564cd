internal import RungSource

extension SpecRules {
  static let playlistBelowSixSegments = Rule<Stream>(
    "playlist-below-six-segments", family: "spec", severity: .warning,
    summary: "a live playlist of fewer than six segments",
    why: "Apple's players expect six. With three to five a player that is one segment late is at the end of the playlist, and stalls.",
    citation: Standard.apple("8.11 (MUST): at least six segments in a live playlist"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {playlist_segments: ⟦4⟧}}
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
        packaging: {hls: {playlist_segments: 6}}
        """)
    ]
  ) { stream, report in
    guard let count = stream.spec.packaging?.value.hls?.value.playlistSegments, (3...5).contains(count.value),
      // Less than three target durations have a finding of their own.
      stream.playlistShortfall == nil
    else { return }
    report.flag(
      count.place, "the live playlist has \(count.value) segments; Apple's players expect at least 6",
      help: .set(.hlsPlaylistSegments, "6", at: count.place.span))
  }
}
