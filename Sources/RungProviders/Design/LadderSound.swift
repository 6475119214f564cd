internal import RungSource
package import RungSpec

/// The sound of every rung.
package struct LadderSound: Sendable, Equatable {
  package var codec = AudioCodec.aac
  package var sampleRate: SampleRate? = SampleRate(hertz: 48000)
  package var bitrate = Bitrate(kilobits: 128)
  /// Beside few bits of video; nil for the same everywhere.
  package var low: Bitrate? = Bitrate(kilobits: 64)

  package init() {}
}
