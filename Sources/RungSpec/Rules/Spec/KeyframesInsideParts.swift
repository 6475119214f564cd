internal import RungSource

extension SpecRules {
  static let keyframesInsideParts = Rule<Stream>(
    "keyframes-inside-parts", family: "spec", severity: .warning,
    summary: "keyframes that are not at the start of an LL-HLS part",
    why: "A player joins at a part that begins with a keyframe and is marked as independent. Where the keyframe interval is not a whole number of parts, a keyframe inside a segment is in the middle of a part, and players wait for the next segment.",
    citation: Standard.lowLatencyHLS("section 4.4.4.9, INDEPENDENT: a part that contains an independent frame", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: ⟦600ms⟧}}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: 400ms}}
        """),
      // A second at 29.97 fps is 29 frames and a bit.
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: 4.004s, part_duration: ⟦1s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: 4.004s, part_duration: 1.001s}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 4s, part_duration: 1s}}
        """),
      // Every keyframe begins a segment.
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
        packaging: {hls: {segment_duration: 2s, part_duration: 600ms}}
        """),
    ]
  ) { stream, report in
    guard let target = stream.partTarget, let ladder = stream.ladder else { return }
    let segment = stream.spec.packaging?.value.hls?.value.segmentDuration?.value
    for index in ladder.renditions.indices {
      let rendition = ladder.still[index].rendition
      guard let gop = rendition.gop, let fps = rendition.fps, let part = PartialSegment(target: target.value, fps: fps.value),
        // Parts that are too short are found by spec/part-below-85-percent.
        part.isLongEnough, !part.divides(gop.value), let interval = PartialSegment.length(of: gop.value, at: fps.value),
        segment.map({ $0 > interval }) ?? true, let length = part.length
      else { continue }
      let mends = part.neighbours { ladder.hasKeyframesAtParts($0) }
      report.flag(
        target.place,
        "some keyframes of \(rendition.reference) are inside parts of \(target.value.text); a part has \(part.frames) frames, a GOP \(gop.value) (\(interval.roundedText))",
        notes: [MessageNote("the keyframe interval is set here", at: gop.place.span)],
        help: mends.isEmpty
          ? "set \(.hlsPartDuration) to a divisor of the keyframe interval of every \(term: .rendition)"
          : Help(
            mends.map { "set \(.hlsPartDuration, $0.text)" },
            fix: mends.min { target.value.value.distance(to: $0.value) < target.value.value.distance(to: $1.value) }
              .map { .replace(target.place.span, with: $0.text, .unsafe) }))
      return
    }
  }
}

extension Ladder {
  /// Whether parts of a target are long enough in every rendition, and each of its keyframes begins one.
  fileprivate func hasKeyframesAtParts(_ target: Seconds) -> Bool {
    still.allSatisfy { still in
      guard let gop = still.rendition.gop?.value, let fps = still.rendition.fps?.value else { return true }
      return PartialSegment(target: target, fps: fps).map { $0.isLongEnough && $0.divides(gop) } ?? false
    }
  }
}
