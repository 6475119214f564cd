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

/// The settings of a rendition that a provider takes, beyond name, size, bitrate, frame rate and codec.
package struct RenditionSettings: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let keyframes = RenditionSettings(rawValue: 1)
  /// Profile and level.
  package static let profile = RenditionSettings(rawValue: 2)
  /// Mode, maximum and buffer.
  package static let rateControl = RenditionSettings(rawValue: 4)
  package static let all: RenditionSettings = [.keyframes, .profile, .rateControl]
}

/// The sound of every rung.
package struct LadderSound: Sendable, Equatable {
  package var codec = AudioCodec.aac
  package var sampleRate: SampleRate? = SampleRate(hertz: 48000)
  package var bitrate = Bitrate(kilobits: 128)
  /// Beside few bits of video; nil for the same everywhere.
  package var low: Bitrate? = Bitrate(kilobits: 64)

  package init() {}
}

/// A key and its value in YAML, with a few words on why.
package struct SpecLine: Sendable, Hashable {
  package let key: String
  package let value: String
  package let remark: String?

  package init(_ key: String, _ value: String, _ remark: String? = nil) {
    self.key = key
    self.value = value
    self.remark = remark
  }
}
