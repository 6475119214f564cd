internal import RungSource
internal import RungSpec

extension MediaLive {
  static let keptSegmentsTooFew = Rule<Fit<MediaLive>>(
    "kept-segments-too-few", family: id, severity: .error,
    summary: "the output hls keeps no segments after they have left the playlist",
    why: "Segments that a playlist lists have to be there: more are kept than it lists, and it lists 3 or more.",
    citation: Source.medialive("HlsGroupSettings.KeepSegments: this number should be bigger than indexNSegments"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {output: hls, destinations: ["s3ssl://bucket/live/index"]}
        packaging:
          hls: {segment_duration: 6s, playlist_segments: 6, preserved_segments: ⟦0⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {output: hls, destinations: ["s3ssl://bucket/live/index"]}
        packaging:
          hls: {segment_duration: 6s, playlist_segments: 6, preserved_segments: 7}
        """)
    ]
  ) { fit, report in
    guard fit.decision.output.value == .hls, let kept = fit.spec.packaging?.value.hls?.value.preservedSegments, kept.value == 0 else { return }
    report.flag(kept.place, "\(.hlsPreservedSegments, "0") keeps no segment that has left the playlist; MediaLive requires more than the playlist lists", help: .set(.hlsPreservedSegments, "1", at: kept.place.span))
  }
}
