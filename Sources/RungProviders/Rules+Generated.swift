// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension CommonRules {
  package static let all: [Rule<Measured>] = [
    tooManyRenditions,
  ]
}

extension Tenbyte {
  package static let rules: [Rule<Fit<Tenbyte>>] = [
  ]
}
