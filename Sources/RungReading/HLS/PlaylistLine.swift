package import RungSource

/// A line of an HLS playlist that means something (RFC 8216, section 4.1): a tag, or an address.
package struct PlaylistLine: Sendable {
  /// `EXT-X-TARGETDURATION`, without the `#`. Nil for an address.
  package let tag: String?
  /// The whole line, without its end.
  package let place: SourcePlace
  /// The bytes behind the colon of a tag, or the address. Empty for a tag without a value, and then behind the line.
  package let value: Range<Int>
}
