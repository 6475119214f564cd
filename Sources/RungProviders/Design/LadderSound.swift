package import RungSpec

/// The audio of every rendition.
package struct LadderSound: Sendable, Equatable {
  package var codec = AudioCodec.aac
  package var sampleRate: SampleRate? = SampleRate(hertz: 48000)
  package var bitrate = Bitrate(kilobits: 128)
  /// The bitrate of low renditions; nil for the same everywhere.
  package var low: Bitrate? = Bitrate(kilobits: 64)

  package init() {}
}
