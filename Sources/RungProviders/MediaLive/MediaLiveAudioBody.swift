package import RungSource
package import RungSpec

/// One audio encode, which outputs refer to by its name.
package struct MediaLiveAudio: Sendable {
  package var name: Located<String>?
  package var audioSelectorName: Located<String>?
  package var codecSettings: Located<MediaLiveAudioCodec>?

  package static let shape = Shape("an audio description", "One audio encode.", { MediaLiveAudio() }) {
    Field("Name", { $1(&$0.name) }, .string, "unique in the channel; outputs refer to it")
    Field("AudioSelectorName", { $1(&$0.audioSelectorName) }, .string, "an audio selector of an input")
    Field("CodecSettings", { $1(&$0.codecSettings) }, .object(MediaLiveAudioCodec.shape), of: .audioCodec, as: .byHand, "one codec")
  }
}

/// Exactly one of them.
package struct MediaLiveAudioCodec: Sendable {
  package var aac: Located<MediaLiveAudioSettings>?
  package var ac3: Located<MediaLiveAudioSettings>?
  package var eac3: Located<MediaLiveAudioSettings>?

  package static let shape = Shape("CodecSettings", "An audio codec.", { MediaLiveAudioCodec() }) {
    Field("AacSettings", { $1(&$0.aac) }, .object(MediaLiveAudioSettings.aac), "AAC")
    Field("Ac3Settings", { $1(&$0.ac3) }, .object(MediaLiveAudioSettings.ac3), "AC-3")
    Field("Eac3Settings", { $1(&$0.eac3) }, .object(MediaLiveAudioSettings.eac3), "E-AC-3")
  }
}

/// The settings of an audio codec. Not every codec has all of them.
package struct MediaLiveAudioSettings: Sendable {
  package var profile: Located<String>?
  package var codingMode: Located<String>?
  package var lfeControl: Located<String>?
  package var sampleRate: Located<Int>?
  package var bitrate: Located<Int>?
  package var rateControlMode: Located<String>?

  static let aacModes: KeyValuePairs = ["1": "CODING_MODE_1_0", "2": "CODING_MODE_2_0", "6": "CODING_MODE_5_1"]
  static let ac3Modes: KeyValuePairs = ["1": "CODING_MODE_1_0", "2": "CODING_MODE_2_0", "6": "CODING_MODE_3_2_LFE"]
  static let eac3Modes: KeyValuePairs = ["1": "CODING_MODE_1_0", "2": "CODING_MODE_2_0", "6": "CODING_MODE_3_2"]

  package static let aac = Shape("AacSettings", "AAC.", { MediaLiveAudioSettings() }) {
    Field("Profile", { $1(&$0.profile) }, .string, of: .audioCodec, as: .words(["aac": "LC", "he-aac": "HEV1"]), "LC, HEV1 or HEV2")
    Field("CodingMode", { $1(&$0.codingMode) }, .string, of: .audioChannels, as: .words(aacModes), "the channels")
    Field("SampleRate", { $1(&$0.sampleRate) }, .integer(1...Int.max), of: .audioSampleRate, as: .hertz, "hertz")
    bits
    Field("RateControlMode", { $1(&$0.rateControlMode) }, .string, "CBR, or VBR by VbrQuality")
  }

  package static let ac3 = Shape("Ac3Settings", "AC-3.", { MediaLiveAudioSettings() }) {
    Field("CodingMode", { $1(&$0.codingMode) }, .string, of: .audioChannels, as: .words(ac3Modes), "the channels")
    bits
  }

  package static let eac3 = Shape("Eac3Settings", "E-AC-3.", { MediaLiveAudioSettings() }) {
    Field("CodingMode", { $1(&$0.codingMode) }, .string, of: .audioChannels, as: .words(eac3Modes), "the channels")
    Field("LfeControl", { $1(&$0.lfeControl) }, .string, "LFE with CODING_MODE_3_2")
    bits
  }

  private static let bits: [Field<MediaLiveAudioSettings>] = [
    Field("Bitrate", { $1(&$0.bitrate) }, .integer(1...Int.max), of: .audioBitrate, as: .bits, "bits per second")
  ]
}
