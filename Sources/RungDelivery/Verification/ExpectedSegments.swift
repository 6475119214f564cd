internal import RungSource
internal import RungSpec

/// The durations of segments that follow from the spec: a packager cuts at the first keyframe at or behind each multiple of the length.
struct ExpectedSegments {
  private let asked: Double
  private let shortest: Double
  let longest: Double
  /// In seconds: packagers round, and cut at the time of a frame.
  let tolerance: Double
  let text: String

  init(_ asked: Seconds, _ interval: Seconds?, _ fps: FrameRate?) {
    let timeline = interval.flatMap { SegmentTimeline(asked: asked, keyframeEvery: $0) }
    self.asked = asked.value.approximation
    // Without keyframes that are known, a packager may be off by one interval of two seconds.
    shortest = timeline?.shortest.value.approximation ?? self.asked - 2
    longest = timeline?.longest.value.approximation ?? self.asked + 2
    tolerance = 0.011 + 1.5 / (fps?.value.approximation ?? 25)
    guard let timeline else {
      text = asked.roundedText
      return
    }
    text = timeline.isEven ? timeline.longest.roundedText : "\(timeline.shortest.roundedText) or \(timeline.longest.roundedText)"
  }

  /// The segments that are longer or shorter.
  func wrong(in segments: DeliveredSegments) -> [DeliveredSegments.Segment] {
    guard segments.items.count > 1 else {
      // One alone ends with the stream, where it may be shorter; a template says the length of all.
      return segments.items.filter { segments.isNominal ? !contains($0.duration, isNominal: true) : $0.duration.value.approximation > longest + tolerance }
    }
    let wrong = segments.whole.filter { segment in
      // Those before a cue are cut short.
      if segment.isGap || segments.hasCues && segment.duration.value.approximation < asked { return false }
      return !contains(segment.duration, isNominal: segments.isNominal)
    }
    // The first of a long list may begin before its first keyframe.
    return wrong.count == 1 && segments.items.count > 2 && segments.isFirst(wrong[0]) ? [] : Array(wrong)
  }

  /// - Parameter isNominal: of a template, which has the length that was asked for, wherever keyframes are.
  func contains(_ duration: Seconds, isNominal: Bool) -> Bool {
    let length = duration.value.approximation
    if isNominal, abs(length - asked) < 0.005 { return true }
    return length >= shortest - tolerance && length <= longest + tolerance
      // One of the two, and not between them.
      && (abs(length - shortest) <= tolerance || abs(length - longest) <= tolerance || shortest < asked - 1.99)
  }
}
