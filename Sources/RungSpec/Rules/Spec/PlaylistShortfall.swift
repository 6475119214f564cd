internal import RungSource

struct PlaylistShortfall {
  /// What the playlist covers.
  let span: Seconds
  /// Seconds.
  let target: Int
  /// As many segments as it takes, six at least.
  let enough: Int
  let place: SourcePlace
}
