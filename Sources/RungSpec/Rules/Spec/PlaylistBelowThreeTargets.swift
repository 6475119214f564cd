internal import RungSource

extension SpecRules {
  static let playlistBelowThreeTargets = Rule<Stream>(
    "playlist-below-three-targets", family: "spec", severity: .error,
    summary: "a live playlist that spans less than three target durations",
    why: "The target duration is that of the longest segment, in whole seconds, and a live playlist must hold three times that: segments of 1.5 s announce 2 s, and three of them are too short. Players that follow the rule have nowhere to start.",
    citation: Standard.hls("section 6.2.2 (MUST NOT): a live playlist shorter than three target durations"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 1500ms}
        packaging: {hls: {segment_duration: 1500ms, playlist_segments: ⟦3⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 1500ms}
        packaging: {hls: {segment_duration: 1500ms, playlist_segments: 6}}
        """),
      // Six segments of half a second are three target durations, and enough.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 500ms}
        packaging: {hls: {segment_duration: 500ms, playlist_segments: ⟦3⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 500ms}
        packaging: {hls: {segment_duration: 500ms, playlist_segments: 6}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 6s, playlist_segments: 3}}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: 6.006s, playlist_segments: 3}}
        """)
    ]
  ) { stream, report in
    guard let short = stream.playlistShortfall, let count = stream.spec.packaging?.value.hls?.value.playlistSegments else { return }
    report.flag(
      count.place,
      "live playlist of \(count.value) segments spans \(short.span.roundedText); expected at least \(3 * short.target)s, three target durations",
      notes: [MessageNote("the keyframe interval that decides the segment length is set here", at: short.place.span)],
      help: .set(.hlsPlaylistSegments, "\(short.enough)", at: count.place.span))
  }
}

extension Stream {
  /// Nil when the live playlist is long enough, or when its segments are not known. Fewer than three segments are found by
  /// spec/playlist-below-three-segments.
  var playlistShortfall: PlaylistShortfall? {
    guard let hls = spec.packaging?.value.hls?.value, let count = hls.playlistSegments?.value, (3..<1000).contains(count),
      let asked = hls.segmentDuration?.value, let ladder, ladder.media == .video
    else { return nil }
    // Where lengths change, spec/segment-not-whole-gops reports them.
    for found in ladder.timelines(asked) where found.timeline.isEven {
      let timeline = found.timeline
      let least = Seconds(3 * Swift.min(timeline.targetDuration, 1 << 32))
      guard timeline.shortestSpan(of: count) < least else { continue }
      // Rounding adds less than half of a segment of a second or more, and at most a whole second to a shorter one.
      let enough = (6...64).first { timeline.shortestSpan(of: $0) >= least } ?? 64
      return PlaylistShortfall(span: timeline.shortestSpan(of: count), target: timeline.targetDuration, enough: enough, place: found.place)
    }
    return nil
  }
}
