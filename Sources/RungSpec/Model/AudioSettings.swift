package import RungSource

package struct AudioSettings: Sendable {
  package var codec: Located<AudioCodec>?
  package var channels: Located<Int>?
  package var sampleRate: Located<SampleRate>?
  package var bitrate: Located<Bitrate>?

  package init() {}

  private static let layouts = ["mono": 1, "stereo": 2, "2.0": 2, "5.1": 6, "7.1": 8, "surround": 6]

  package static let shape = Shape("`audio`", "Audio.", { AudioSettings() }) {
    Field("codec", { $1(&$0.codec) }, .choice, "The audio codec.")
    Field("channels", { $1(&$0.channels) }, .integer(1...24, words: layouts), "1 mono, 2 stereo, 6 surround (5.1).")
    Field("sample_rate", { $1(&$0.sampleRate) }, .unit, "Samples per second: `48 kHz`.")
    Field("bitrate", { $1(&$0.bitrate) }, .unit, "The bitrate of all channels together.")
  }
}

extension AudioSettings {
  /// The same settings, wherever they were written.
  package func isSame(as other: AudioSettings) -> Bool {
    codec?.value == other.codec?.value && channels?.value == other.channels?.value && sampleRate?.value == other.sampleRate?.value
      && bitrate?.value == other.bitrate?.value
  }
}
