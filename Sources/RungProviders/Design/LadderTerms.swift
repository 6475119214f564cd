package import RungSource
package import RungSpec

/// What a provider requires of a ladder that is designed for it, beside its facts.
package struct LadderTerms: Sendable {
  package enum Making: Sendable {
    /// The provider encodes or forwards the ladder in the request.
    case yours(RenditionSettings)
    /// The provider has one ladder, which is shipped as a preset.
    case preset(String, title: String)
    /// The provider generates a ladder that no request can change: why.
    case own(String)
  }

  package var making: Making
  package var facts: Facts
  /// With fewer renditions there is a note.
  package var leastRungs = 1
  /// The most video bits of a rendition of this size and rate; nil for any.
  package var rungBitrate: @Sendable (Resolution, FrameRate) -> Bitrate? = { _, _ in nil }
  /// The largest frame, lying or standing; nil for any.
  package var largest: Resolution?
  package var sound = LadderSound()
  /// The profile of H.264 that the provider recommends, and where.
  package var profile: (profile: VideoProfile, source: Citation)?
  package var takesHalvedRungs = true
  /// True where a frame rate is a whole number, as a maximum.
  package var wholeFrameRates = false
  /// What the encoder pushes with.
  package var pushProtocol = IngestProtocol.rtmp
  /// Further defaults of the ladder, as lines.
  package var defaults: [SpecLine] = []
  /// Further keys of `ingest`, as lines.
  package var ingest: [SpecLine] = []
  /// Sections of the spec for this provider, each in one line.
  package var sections: [SpecLine] = []
  /// Further options of the target that follow from the ladder.
  package var options: @Sendable (_ top: Bitrate, _ total: Bitrate) -> [SpecLine] = { _, _ in [] }
  /// What a reader of the ladder should know about this provider.
  package var remarks: [String] = []

  package init(_ making: Making, _ facts: Facts) { (self.making, self.facts) = (making, facts) }
}
