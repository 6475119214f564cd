package import RungSource
package import RungSpec

/// The segments of a rendition, as its playlist or manifest lists them.
package struct DeliveredSegments: Sendable {
  package struct Segment: Sendable {
    /// Exact, as written.
    package var duration: Seconds
    package var place: SourcePlace
    /// Its size; nil where nothing says it.
    package var bytes: Int?
    package var startsDiscontinuity = false
    package var isGap = false
    /// EXT-X-PROGRAM-DATE-TIME, in milliseconds since 1970.
    package var time: Located<Int64>?
  }

  /// Where to point when all of them are meant.
  package var place: SourcePlace
  /// In their order.
  package var items: [Segment]
  /// The number of the first: MEDIA-SEQUENCE, or startNumber.
  package var first: Int
  /// Nil where it is not known.
  package var format: Located<SegmentFormat>?
  /// Whether the list goes on: the last segments are not missing but to come.
  package var isLive: Bool
  /// Whether older segments have left the list.
  package var hasSlid: Bool
  /// EXT-X-TARGETDURATION, in seconds.
  package var targetDuration: Located<Int>?
  /// Whether advertisements are cued in: segments end at cues, and discontinuities are theirs.
  package var hasCues = false
  /// Whether all durations are nominal: a template without a timeline.
  package var isNominal = false

  package init(at place: SourcePlace, items: [Segment], first: Int, isLive: Bool, hasSlid: Bool) {
    (self.place, self.items, self.first, self.isLive, self.hasSlid) = (place, items, first, isLive, hasSlid)
  }

  /// Without the last one, which ends with the stream, where it may be shorter.
  package var whole: ArraySlice<Segment> { isLive ? items[...] : items.dropLast() }
}
