package import RungSource
package import RungSpec

/// A segment of a representation.
package struct ManifestSegment: Sendable, Hashable {
  /// `$Number$`.
  package let number: Int64
  /// `$Time$`: where the media begins, in ticks of its own timeline.
  package let time: Int64
  /// In seconds from the start of the period; negative where the media begins before it.
  package let start: Rational
  package let duration: Seconds
  /// The `S`, the `SegmentURL`, or the template.
  package let place: SourcePlace

  func at(_ place: SourcePlace) -> ManifestSegment {
    ManifestSegment(number: number, time: time, start: start, duration: duration, place: place)
  }
}
