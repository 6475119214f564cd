package import RungSource
package import RungSpec

/// What one source shows of a stream.
package struct Presentation: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A multivariant playlist, with those media playlists of it that are at hand; or media playlists alone.
    case hls
    case dash
    /// Probed files.
    case files
  }

  package var kind: Kind
  /// Where to point when it is meant as a whole.
  package var place: SourcePlace
  /// Video renditions; audio ones where the stream has no video.
  package var renditions: [DeliveredRendition]
  /// Whether it lists every rendition: what it lacks is missing.
  package var isWhole: Bool
  /// `timeShiftBufferDepth`.
  package var window: Located<Seconds>?

  /// Media playlists that were taken one after another, for each rendition of which there are several.
  package var snapshots: [[Snapshot]] = []

  package init(_ kind: Kind, at place: SourcePlace, _ renditions: [DeliveredRendition], isWhole: Bool) {
    (self.kind, self.place, self.renditions, self.isWhole) = (kind, place, renditions, isWhole)
  }
}
