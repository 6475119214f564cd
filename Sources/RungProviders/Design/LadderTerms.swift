package import RungSource
package import RungSpec

/// What a provider asks of a ladder that is designed for it, beside its facts.
package struct LadderTerms: Sendable {
  package enum Making: Sendable {
    /// The provider makes, or forwards, the ladder that it is given.
    case yours(RenditionSettings)
    /// The provider makes one ladder, which is shipped as a preset.
    case preset(String, title: String)
    /// The provider makes a ladder that nobody tells it: why.
    case own(String)
  }

  package var making: Making
  package var facts: Facts
  /// Fewer draw a note.
  package var leastRungs = 1
  /// Of the picture, in each rung.
  package var rungBitrate: Limit<Bitrate> = .unpublished
  package var sound = LadderSound()
  /// The profile of H.264 that the provider recommends, and where.
  package var profile: (profile: VideoProfile, source: Citation)?
  package var takesHalvedRungs = true
  /// True where a frame rate is counted in whole numbers, as the most that passes.
  package var wholeFrameRates = false
  /// Further keys of `ingest`, as lines.
  package var ingest: [SpecLine] = []
  /// Sections of the spec that are for this provider, each in one line.
  package var sections: [SpecLine] = []
  /// Further options of the target that follow from the ladder.
  package var options: @Sendable (_ top: Bitrate, _ total: Bitrate) -> [SpecLine] = { _, _ in [] }
  /// What somebody who reads the ladder should know of this provider.
  package var remarks: [String] = []

  package init(_ making: Making, _ facts: Facts) {
    self.making = making
    self.facts = facts
  }
}
