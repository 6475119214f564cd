// Written by `swift run rung-dev generate`; do not edit.

extension LadderRules {
  package static let all: [Rule<Ladder>] = [
    gopMismatch,
    gopNotWhole,
  ]
}

extension SpecRules {
  package static let all: [Rule<Stream>] = [
    unusedDefault,
  ]
}
