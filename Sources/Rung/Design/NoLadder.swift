internal import RungProviders
internal import RungSpec

/// There is no ladder that keeps every rule: everything that stands in the way.
struct NoLadder: Error {
  /// At least one.
  let obstacles: [LadderObstacle]
}
