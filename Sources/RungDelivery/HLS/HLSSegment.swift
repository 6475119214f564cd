package import RungSource
package import RungSpec

/// A media segment.
package struct HLSSegment: Sendable {
  /// EXTINF.
  package var duration: Seconds
  /// That of the duration.
  package var place: SourcePlace
  /// The line of the address.
  package var uri: Range<Int>
  package var hasDiscontinuity = false
  package var isGap = false
  /// EXT-X-BYTERANGE, or what EXT-X-BITRATE says of its size.
  package var bytes: Int?
  /// Milliseconds since 1970.
  package var programDateTime: Located<Int64>?
  package var parts: [HLSPart] = []
}
