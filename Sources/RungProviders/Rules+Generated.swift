// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension CommonRules {
  package static let all: [Rule<Measured>] = [
    tooManyRenditions,
  ]
}

extension MKIO {
  package static let rules: [Rule<Fit<MKIO>>] = [
  ]
}

extension Tenbyte {
  package static let rules: [Rule<Fit<Tenbyte>>] = [
  ]
}
