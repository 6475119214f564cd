internal import RungSource

struct PlaylistShortfall {
  /// What the playlist covers.
  let span: Seconds
  /// Seconds.
  let target: Int
  /// How many segments are sufficient, six at least.
  let enough: Int
  let place: SourcePlace
}
