/// There is no ladder that satisfies every rule: all the obstacles.
struct NoLadder: Error {
  /// At least one.
  let obstacles: [LadderObstacle]
}
