package import RungSource

/// The segments of the renditions that share a keyframe interval.
package struct LadderTimeline: Sendable {
  package let timeline: SegmentTimeline
  /// "rendition `720p`", "renditions `720p` and `480p`", "every rendition".
  package let whose: Message
  /// Where the interval is set.
  package let place: SourcePlace
  package let codecs: Set<VideoCodec?>
}

extension Ladder {
  /// The segments of a length, once for each keyframe interval, in the order of the renditions.
  package func timelines(_ asked: Seconds) -> [LadderTimeline] {
    var timelines: [LadderTimeline] = []
    var seen: Set<Seconds> = []
    for index in renditions.indices where seen.count < 16 {
      guard let interval = still[index].rendition.keyframeInterval, seen.insert(interval.value).inserted,
        let timeline = SegmentTimeline(asked: asked, keyframeEvery: interval.value)
      else { continue }
      let sharing = renditions.indices.filter { still[$0].rendition.keyframeInterval?.value == interval.value }
      timelines.append(
        LadderTimeline(
          timeline: timeline, whose: naming(sharing), place: interval.place,
          codecs: Set(sharing.map { still[$0].rendition.codec?.value })))
    }
    return timelines
  }
}

extension Seconds {
  /// At most three decimals, for prose.
  package var roundedText: String { "\(value.roundedText)s" }
}
