public import RungProviders
internal import RungSpec

/// There is no ladder that satisfies every rule: all the obstacles.
public struct NoLadder: Error, Sendable {
  /// At least one.
  public let obstacles: [LadderObstacle]
}
