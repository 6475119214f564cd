internal import RungSource

/// What came of asking a provider: its terms, or why there are none.
package enum LadderAnswer: Sendable {
  case terms(LadderTerms)
  case obstacles([LadderObstacle])
}
