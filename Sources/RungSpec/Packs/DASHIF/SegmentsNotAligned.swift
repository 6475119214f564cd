internal import RungSource

extension DASHIFRules {
  static let segmentsNotAligned = Rule<Stream>(
    "segments-not-aligned", family: family, severity: .error,
    summary: "segments of variants with one codec are not aligned",
    why: "In DASH a player switches variants at segment boundaries, which must be at the same times in all variants of an adaptation set. Otherwise the player shows a jump, or cannot switch.",
    citation: Standard.dash("segments are aligned within an adaptation set (MUST); samples of the same time span (CMAF 7.3.4)"),
    replaces: ["ladder/keyframe-intervals-differ"],
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, keyframe_interval: ⟦3s⟧}
        packaging: {dash: {}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          defaults: {codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 48}
            - {name: 480p, resolution: 854x480, fps: 25, gop: ⟦50⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, keyframe_interval: 1s}
        packaging: {dash: {segment_duration: 4s}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        ladder:
          defaults: {fps: 25}
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, codec: h265, keyframe_interval: 3s}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video else { return }
    // With a segment duration the general rule computes where they differ.
    guard stream.spec.packaging?.value.dash?.value.segmentDuration == nil else { return }
    var models: [(codec: VideoCodec?, rendition: Rendition)] = []
    for rendition in ladder.renditions.map(\.value) {
      guard let interval = rendition.keyframeInterval else { continue }
      // An adaptation set holds one codec.
      let first = models.first { $0.codec == rendition.codec?.value }?.rendition
      guard let model = first, let own = model.keyframeInterval else {
        models.append((rendition.codec?.value, rendition))
        continue
      }
      guard own.value != interval.value else { continue }
      // In the defaults one GOP in frames has another length at each frame rate.
      let place = interval.place.span == own.place.span ? rendition.fps?.place ?? interval.place : interval.place
      report.flag(
        place,
        "segments of \(rendition.reference) (keyframe interval \(interval.value.text)) and \(model.reference) (\(own.value.text)) are not aligned",
        notes: [MessageNote("the keyframe interval of \(model.reference) is set here", at: own.place.span)],
        help: "set one \(.keyframeInterval) under \(path: .ladderDefaults)")
    }
  }
}
