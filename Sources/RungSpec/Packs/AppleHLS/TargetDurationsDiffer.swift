internal import RungSource

extension AppleHLSRules {
  static let targetDurationsDiffer = Rule<Stream>(
    "target-durations-differ", family: family, severity: .error,
    summary: "variants whose playlists come to different target durations",
    why: "A player that changes variant reckons with one target duration. RFC 8216 has it the same in every playlist; where keyframes are further apart than segments in one of them, its own is longer.",
    citation: Standard.hls("6.2.4 (MUST): every media playlist has the same target duration"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, fps: 25, keyframe_interval: 8s}
        packaging: {hls: {segment_duration: ⟦6s⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, fps: 25, keyframe_interval: 1s}
        packaging: {hls: {segment_duration: 6s}}
        """)
    ]
  ) { stream, report in
    guard let duration = stream.spec.packaging?.value.hls?.value.segmentDuration, let ladder = stream.ladder, ladder.media == .video else { return }
    var targets: [(target: Int, label: String, place: Place)] = []
    for rendition in ladder.renditions.map(\.value) {
      guard let interval = rendition.keyframeInterval, let timeline = SegmentTimeline(asked: duration.value, keyframeEvery: interval.value),
        !targets.contains(where: { $0.target == timeline.targetDuration })
      else { continue }
      targets.append((timeline.targetDuration, rendition.label, interval.place))
    }
    guard targets.count > 1 else { return }
    report.flag(
      duration.place,
      "with segments of \(duration.value.text) the playlists come to target durations of \(targets.map { "\($0.target)" }.joined(separator: " and ")) seconds; RFC 8216 requires one",
      notes: targets.prefix(6).map { Note("\($0.label): \($0.target) seconds", at: $0.place.span) },
      help: "write a segment duration that every keyframe interval divides, or one `keyframe_interval` for all")
  }
}
