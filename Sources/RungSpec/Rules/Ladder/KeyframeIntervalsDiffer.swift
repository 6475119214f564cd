internal import RungSource

extension LadderRules {
  static let keyframeIntervalsDiffer = Rule<Ladder>(
    "keyframe-intervals-differ", family: "ladder", severity: .warning,
    summary: "the renditions have different keyframe intervals",
    why: "A player can switch renditions only where both have a keyframe, and segments are cut there. With different intervals the segments of two renditions are not aligned; DASH requires that they are.",
    citation: Standard.apple("8.22 (SHOULD): the same segment boundaries in all variants"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25}
          renditions:
            - {name: 720p, resolution: 1280x720, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, keyframe_interval: ⟦3s⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {gop: 60}
          renditions:
            - {name: 720p60, resolution: 1280x720, fps: 60}
            - {name: 480p, resolution: 854x480, fps: ⟦30⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {keyframe_interval: 2s}
          renditions:
            - {name: 720p50, resolution: 1280x720, fps: 50}
            - {name: 480p, resolution: 854x480, fps: 25}
        """)
    ]
  ) { ladder, report in
    guard ladder.media == .video else { return }
    guard let first = ladder.renditions.firstIndex(where: { $0.value.keyframeInterval != nil }),
      let model = ladder.renditions[first].value.keyframeInterval
    else { return }
    let others = ladder.renditions.indices.filter {
      ladder.renditions[$0].value.keyframeInterval.map { $0.value != model.value } ?? false
    }
    guard let odd = others.first, let interval = ladder.renditions[odd].value.keyframeInterval else { return }
    // A GOP in frames in the defaults has another length at each frame rate: then the rate makes the difference.
    let place = interval.place.span == model.place.span ? ladder.renditions[odd].value.fps?.place ?? interval.place : interval.place
    var notes = [MessageNote("\(ladder.renditions[first].value.reference) has \(model.value.text)", at: model.place.span)]
    for index in others.dropFirst().prefix(12) {
      guard let other = ladder.renditions[index].value.keyframeInterval else { continue }
      notes.append(MessageNote("\(ladder.renditions[index].value.reference) has \(other.value.text)", at: other.place.span))
    }
    report.flag(
      place,
      "keyframe intervals differ: \(interval.value.text) in \(ladder.renditions[odd].value.reference), \(model.value.text) in \(ladder.renditions[first].value.reference)",
      notes: notes, help: "set one \(.keyframeInterval) under \(path: .ladderDefaults)")
  }
}
