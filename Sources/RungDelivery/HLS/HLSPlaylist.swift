package import RungSource

/// An HLS playlist, read (RFC 8216; draft-pantos-hls-rfc8216bis for parts). What did not read is absent.
package struct HLSPlaylist: Sendable {
  /// Of `#EXTM3U`: where to point when the playlist as a whole is meant.
  package var place: SourcePlace
  package var version: Located<Int>?
  package var independentSegments: SourcePlace?
  /// Of a multivariant playlist.
  package var variants: [HLSVariant] = []
  /// EXT-X-I-FRAME-STREAM-INF.
  package var keyframeVariants: [HLSVariant] = []
  /// EXT-X-MEDIA.
  package var renditions: [HLSRendition] = []
  /// Of a media playlist; nil in a multivariant one.
  package var media: HLSMedia?

  package var isMultivariant: Bool { media == nil }
}
