internal import RungSource
package import RungSpec

/// A stream with one target's facts, its options, and what was decided from both: the input of the target's own rules.
package final class Fit<P: CompilationTarget>: Sendable {
  package let measured: Measured
  package let options: P.Options
  package let decision: P.Decision

  package init(measured: Measured, options: P.Options, decision: P.Decision) {
    (self.measured, self.options, self.decision) = (measured, options, decision)
  }

  package var stream: Stream { measured.stream }
  package var spec: Spec { measured.stream.spec }
  package var ladder: Ladder? { measured.stream.ladder }
  package var facts: Facts { measured.facts }

  /// Whether the spec has the key, readable or not: a value that could not be read is not missing.
  package func isWritten(_ section: String, _ path: String...) -> Bool {
    var node = stream.document[section]
    for key in path { node = node?[key] }
    return node != nil
  }
}
