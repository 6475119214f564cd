internal import RungSource

extension DASHIFRules {
  static let segmentDeviatesByHalf = Rule<Stream>(
    "segment-deviates-by-half", family: family, severity: .error,
    summary: "DASH segments that differ from their nominal length by more than half of it",
    why: "If a manifest announces one duration for all segments, players rely on it: they request a segment when it should be available, and get it or an error.",
    citation: Citation("ISO/IEC 23009-1 (MPEG-DASH)", "7.2.1: segment durations within 50 % of the nominal duration", url: "https://www.iso.org/standard/83314.html"),
    replaces: ["spec/segment-not-whole-gops"],
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 4s}
        packaging: {dash: {segment_duration: ⟦2s⟧}}
        """)
    ],
    good: [
      // The first is 6 s: half more than requested.
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 3s}
        packaging: {dash: {segment_duration: 4s}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {dash: {segment_duration: 5s}}
        """)
    ]
  ) { stream, report in
    guard let duration = stream.spec.packaging?.value.dash?.value.segmentDuration, let ladder = stream.ladder, ladder.media == .video,
      let half = duration.value.value.times(Rational(1, 2) ?? Rational(0)), let most = duration.value.value.plus(half)
    else { return }
    for rendition in ladder.renditions.map(\.value) {
      guard let interval = rendition.keyframeInterval,
        let timeline = SegmentTimeline(asked: duration.value, keyframeEvery: interval.value),
        // None is shorter by half: a segment of whole keyframe intervals is longer than half of the requested length.
        timeline.longest.value > most
      else { continue }
      report.flag(
        duration.place,
        "DASH segments of \(duration.value.text) become up to \(timeline.longest.text) in \(rendition.reference); MPEG-DASH allows a deviation of 50 %",
        notes: [MessageNote("the keyframe interval is set here", at: interval.place.span)],
        help: "set \(.dashSegmentDuration) to a multiple of the keyframe interval")
      return
    }
  }
}
