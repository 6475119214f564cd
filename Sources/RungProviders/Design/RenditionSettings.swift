/// The settings of a rendition that a provider supports, beyond name, resolution, bitrate, frame rate and codec.
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
