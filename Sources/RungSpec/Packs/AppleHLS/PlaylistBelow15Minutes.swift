internal import RungSource

extension AppleHLSRules {
  static let playlistBelow15Minutes = Rule<Stream>(
    "playlist-below-15-minutes", family: family, severity: .warning,
    summary: "a live playlist of less than 15 minutes",
    why: "Viewers can pause and rewind within the playlist. Apple recommends at least 15 minutes, and two hours on Apple TV.",
    citation: Standard.apple("8.12 (SHOULD): at least 15 minutes of content, on tvOS 120"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: 6s, playlist_segments: ⟦10⟧}}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: 6s, playlist_segments: 150}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: 6s, playlist_segments: 150}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {playlist_segments: 10}}
        """)
    ]
  ) { stream, report in
    guard let hls = stream.spec.packaging?.value.hls?.value, let count = hls.playlistSegments, let duration = hls.segmentDuration,
      let span = duration.value.value.times(Rational(count.value)), span < Rational(900),
      let needed = Rational(900).divided(by: duration.value.value)?.roundedUp
    else { return }
    report.flag(
      count.place, "live playlist holds \(Seconds(span).text) (\(count.value) segments of \(duration.value.text)); Apple recommends at least 15m",
      notes: [MessageNote("the segment duration is set here", at: duration.place.span)],
      help: .set(.hlsPlaylistSegments, "\(needed)", at: count.place.span))
  }
}
