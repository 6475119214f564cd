internal import RungSource

extension SpecRules {
  static let partBelow85Percent = Rule<Stream>(
    "part-below-85-percent", family: "spec", severity: .error,
    summary: "an LL-HLS part duration that whole frames do not fill",
    why: "A part holds whole frames and must not be longer than the target. Players time their requests by the target, so a part must not be much shorter either: the rest after the last whole frame must be less than 15 %.",
    citation: Standard.lowLatencyHLS("section 4.4.4.9 (MUST): each part has at least 85 % of the Part Target Duration, the last of a segment aside"),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: ⟦100ms⟧}}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: 80ms}}
        """),
      // Shorter than one frame.
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: ⟦20ms⟧}}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: 40ms}}
        """),
      // What is right for 30 fps must be right for 25 as well.
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, gop: 60}
            - {name: 480p, resolution: 854x480, fps: 25, gop: 50}
        packaging: {hls: {segment_duration: 2s, part_duration: ⟦60ms⟧}}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, gop: 60}
            - {name: 480p, resolution: 854x480, fps: 25, gop: 50}
        packaging: {hls: {segment_duration: 2s, part_duration: 134ms}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: 4.004s, part_duration: 1.001s}}
        """)
    ]
  ) { stream, report in
    guard let target = stream.partTarget, let ladder = stream.ladder else { return }
    let parts = ladder.parts(target.value)
    let short = parts.filter { !$0.part.isLongEnough }
    guard let first = short.first, let length = first.part.length else { return }
    let mends = first.part.neighbours { mend in
      parts.allSatisfy { PartialSegment(target: mend, fps: $0.part.fps)?.isLongEnough == true }
    }
    let share = length.value.divided(by: target.value.value)?.times(Rational(100)).map(\.roundedText)
    report.flag(
      target.place,
      first.part.frames == 0
        ? "a part of \(target.value.text) is shorter than a frame of \(first.whose) at \(first.part.fps.text) fps"
        : "parts of \(target.value.text) hold \(frames(first.part.frames)) of \(first.whose) (\(first.part.fps.text) fps), \(share ?? "less than 85") % of the target; expected at least 85 %",
      notes: short.dropFirst().map { other in
        MessageNote("\(other.whose) at \(other.part.fps.text) fps: \(frames(other.part.frames)), \(other.part.length?.roundedText ?? "")", at: other.place.span)
      },
      help: mends.isEmpty
        ? "set a longer \(.hlsPartDuration): with more frames in a part the rest is smaller"
        : Help(
          mends.map { "set \(.hlsPartDuration, $0.text)" }, fix: mends.first.map { .replace(target.place.span, with: $0.text, .unsafe) }))
  }
}

private func frames(_ count: Int) -> String { "\(count) frame\(count == 1 ? "" : "s")" }

extension Ladder {
  /// The parts of a target, once for each frame rate, in the order of the renditions.
  func parts(_ target: Seconds) -> [LadderParts] {
    var parts: [LadderParts] = []
    var seen: Set<FrameRate> = []
    for index in renditions.indices where seen.count < 16 {
      guard let fps = still[index].rendition.fps, seen.insert(fps.value).inserted, let part = PartialSegment(target: target, fps: fps.value)
      else { continue }
      let sharing = renditions.indices.filter { still[$0].rendition.fps?.value == fps.value }
      parts.append(LadderParts(part: part, whose: naming(sharing), place: fps.place))
    }
    return parts
  }
}
