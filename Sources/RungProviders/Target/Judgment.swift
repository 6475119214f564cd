package import RungSource
package import RungSpec

/// What one target makes of one stream.
package struct Judgment: Sendable {
  /// With what the spec overrides for the target.
  package let stream: Stream
  package let target: Target
  /// Whether the target's options could be read: nothing can be said of leaves where they could not.
  package internal(set) var isRead = false
  /// What became of every leaf, as far as the target goes.
  package internal(set) var coverage = Coverage()
  /// The requests; made when they are asked for. None where the options did not read. Nil for an encoder.
  package internal(set) var plan: (@Sendable () -> RequestPlan)?
  /// Nil for a provider, and where the options did not read.
  package internal(set) var setup: EncoderSetup?
  /// A rendition that goes out with keyframes that nobody stated.
  package internal(set) var usualKeyframes: (rendition: Rendition, isContribution: Bool)?
  /// None for an encoder.
  package internal(set) var claims: [Claim] = []
  /// What the target's rules and the common ones found.
  package var findings = Findings()

  init(of stream: Stream, for target: Target) {
    (self.stream, self.target) = (stream, target)
  }
}
