/// The answer of a provider: its terms, or why there are none.
package enum LadderAnswer: Sendable {
  case terms(LadderTerms)
  case obstacles([LadderObstacle])
}
