internal import RungSource

extension SpecRules {
  static let keyframesInsideParts = Rule<Stream>(
    "keyframes-inside-parts", family: "spec", severity: .warning,
    summary: "keyframes that begin no LL-HLS part",
    why: "A player joins at a part that begins with a keyframe and is marked as independent. Where the keyframe interval is no whole number of parts, a keyframe inside a segment comes in the middle of one, and players wait for the next segment.",
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
        // Of parts that are too short spec/part-below-85-percent speaks.
        part.isLongEnough, !part.divides(gop.value), let interval = PartialSegment.length(of: gop.value, at: fps.value),
        segment.map({ $0 > interval }) ?? true, let length = part.length
      else { continue }
      let mends = part.neighbours { ladder.hasKeyframesAtParts($0) }
      report.flag(
        target.place,
        "parts of \(target.value.text) hold \(part.frames) frames of \(rendition.label) (\(length.roundedText)), and a keyframe comes every \(gop.value) frames (\(interval.roundedText)): some keyframes begin no part",
        notes: [MessageNote("the keyframe interval follows from here", at: gop.place.span)],
        help: mends.isEmpty
          ? "write a part duration that goes into the keyframe interval of every rendition"
          : "write \(mends.map { "`part_duration: \($0.text)`" }.joined(separator: " or ")), so that every keyframe begins a part",
        fix: mends.min { target.value.distance(to: $0) < target.value.distance(to: $1) }
          .map { .replace(target.place.span, with: $0.text, .unsafe) })
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

extension Seconds {
  fileprivate func distance(to other: Seconds) -> Rational {
    (other > self ? other.value.minus(value) : value.minus(other.value)) ?? Rational(.max)
  }
}
