public import RungProviders
internal import RungSpec

/// There is no ladder that keeps every rule: everything that stands in the way.
public struct NoLadder: Error, Sendable {
  /// At least one.
  public let obstacles: [LadderObstacle]
}
