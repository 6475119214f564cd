/// Where a packager cuts a stream with a constant keyframe interval, in exact time.
///
/// Segment number n ends at the first keyframe at or after n × the requested length, counted from the start of the stream, and
/// holds at least one keyframe interval: what ffmpeg's `hls` muxer and Shaka Packager do.
package struct SegmentTimeline: Sendable, Hashable {
  /// The requested length.
  package let asked: Seconds
  /// From one keyframe to the next.
  package let interval: Seconds
  /// Keyframe intervals in the requested length, and at least one.
  private let ratio: Rational

  /// Nil when one of the two is not above zero, or when the numbers exceed 64 bits.
  package init?(asked: Seconds, keyframeEvery interval: Seconds) {
    guard asked > Seconds(0), interval > Seconds(0), let ratio = asked.value.divided(by: interval.value),
      // With a margin: numbers of streams that run for years stay within 64 bits.
      ratio < Rational(1 << 24), ratio.denominator < 1 << 30
    else { return nil }
    self.asked = asked
    self.interval = interval
    self.ratio = Swift.max(ratio, Rational(1))
  }

  /// True when every segment has the same length, requested or not.
  package var isEven: Bool { ratio.whole != nil }

  /// True when every segment has the requested length.
  package var isAsAsked: Bool { isEven && longest == asked }

  /// After so many segments the lengths repeat.
  package var period: Int { Int(ratio.denominator) }

  /// The length of the first segment, which no other exceeds.
  package var longest: Seconds { span(of: ratio.roundedUp ?? 1) }
  /// Segments are of this length or the longest: the two differ by one keyframe interval.
  package var shortest: Seconds { span(of: ratio.roundedDown) }

  /// EXT-X-TARGETDURATION: the longest EXTINF, rounded to the nearest second (RFC 8216, 4.3.3.1), halves up.
  package var targetDuration: Int { longest.value.rounded ?? Int.max }

  /// When segment `number` (from 1) ends. Nil above 64 bits.
  package func end(of number: Int) -> Seconds? { keyframe(ending: number).flatMap { interval.value.times(Rational($0)) }.map { Seconds($0) } }

  /// Of the first segments of an endless stream.
  package func lengths(first count: Int) -> [Seconds] {
    var lengths: [Seconds] = []
    var before = 0
    for number in 1...Swift.max(1, count) {
      guard let keyframe = keyframe(ending: number) else { break }
      lengths.append(span(of: keyframe - before))
      before = keyframe
    }
    return lengths
  }

  /// The least time that so many consecutive segments cover.
  package func shortestSpan(of count: Int) -> Seconds {
    span(of: ratio.times(Rational(count))?.roundedDown ?? count)
  }

  /// When the two first cut at different times: the ends of the same segment. Nil when they never do.
  package func firstDifference(from other: SegmentTimeline) -> (number: Int, own: Seconds, other: Seconds)? {
    if isEven, other.isEven, longest == other.longest { return nil }
    // Both repeat within the product of their periods; a thousand segments are more than an hour.
    let (product, overflow) = period.multipliedReportingOverflow(by: other.period)
    for number in 1...Swift.min(overflow ? 1000 : product, 1000) {
      guard let own = end(of: number), let others = other.end(of: number) else { return nil }
      if own != others { return (number, own, others) }
    }
    return nil
  }

  private func keyframe(ending number: Int) -> Int? { ratio.times(Rational(number))?.roundedUp }

  private func span(of keyframes: Int) -> Seconds { Seconds(interval.value.times(Rational(keyframes)) ?? interval.value) }
}

extension Rational {
  /// The largest integer that is not above it; zero below zero.
  var roundedDown: Int { numerator < 0 ? 0 : Int(numerator / denominator) }
}
