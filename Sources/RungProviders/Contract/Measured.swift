package import RungSource
package import RungSpec

/// A stream beside the facts of one provider: what the common rules judge.
package struct Measured: Sendable {
  package var stream: Stream
  package var facts: Facts
  /// The key of the target: where to point when the provider needs something that the spec does not say.
  package var target: Place

  package var renditions: [Located<Rendition>] { stream.ladder?.renditions ?? [] }
}

/// A stream beside one provider's facts, its options, and what was decided from both: what the provider's rules judge.
package struct Fit<P: Provider>: Sendable {
  package var measured: Measured
  package var options: P.Options
  package var decision: P.Decision

  package var stream: Stream { measured.stream }
  package var spec: Spec { measured.stream.spec }
  package var ladder: Ladder? { measured.stream.ladder }
  package var facts: Facts { measured.facts }
}
