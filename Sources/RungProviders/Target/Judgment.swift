package import RungSource
package import RungSpec

/// The result of judging one stream for one target.
package struct Judgment: Sendable {
  /// With the overrides for the target.
  package let stream: Stream
  package let target: Target
  /// Whether the target's options could be read: otherwise nothing is known about leaves.
  package internal(set) var isRead = false
  /// What it was measured against; nil where the target's options could not be read.
  package internal(set) var measured: Measured?
  /// What happened to every leaf for this target.
  package internal(set) var coverage = Coverage()
  /// What the target may lose; nil for nothing.
  package internal(set) var acceptance: Acceptance?
  /// The requests; created when they are needed. None where the options could not be read. Nil for an encoder.
  package internal(set) var plan: (@Sendable () -> RequestPlan)?
  /// Nil for a provider, and where the options could not be read.
  package internal(set) var setup: EncoderSetup?
  /// A rendition that is sent with a keyframe interval that the spec does not set.
  package internal(set) var usualKeyframes: (rendition: Rendition, isContribution: Bool)?
  /// The renditions that viewers get; nil where these are the ladder of the spec.
  package internal(set) var delivered: [Located<Rendition>]?
  /// Who writes the multivariant playlist.
  package internal(set) var packager = PreviewedPackager.any
  /// None for an encoder.
  package internal(set) var claims: [Claim] = []
  /// What the target's rules and the common ones found.
  package var findings = Findings()

  init(of stream: Stream, for target: Target) { (self.stream, self.target) = (stream, target) }
}
