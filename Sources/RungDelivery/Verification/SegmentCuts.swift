internal import RungSource
internal import RungSpec

/// When the segments of a rendition end, counted from the first that it lists.
struct SegmentCuts {
  struct Cut {
    var number: Int
    /// Seconds.
    var time: Double
    var place: SourcePlace
  }

  private let segments: DeliveredSegments

  init(_ segments: DeliveredSegments) { self.segments = segments }

  /// The first segment that both list and that ends at different times; nil where there is none, and where the lists have too little in common.
  func firstDifference(from other: SegmentCuts) -> (number: Int, place: SourcePlace, own: Cut, other: Cut)? {
    let first = Swift.max(segments.first, other.segments.first)
    let last = Swift.min(segments.first + segments.items.count, other.segments.first + other.segments.items.count)
    guard first + 1 < last else { return nil }
    var (own, its) = (0.0, 0.0)
    // The last may end with the stream.
    for number in first..<last - 1 {
      let (left, right) = (segments.items[number - segments.first], other.segments.items[number - other.segments.first])
      own += left.duration.value.approximation
      its += right.duration.value.approximation
      // A frame at 24 fps, and what rounding adds up to.
      guard abs(own - its) > 0.045 + 0.001 * Double(number - first) else { continue }
      return (number, right.place, Cut(number: number, time: own, place: left.place), Cut(number: number, time: its, place: right.place))
    }
    return nil
  }
}
