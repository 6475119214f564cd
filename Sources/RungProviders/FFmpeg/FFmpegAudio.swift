internal import RungSource
internal import RungSpec

/// How one rendition's audio is encoded.
enum FFmpegAudio {
  static func encoder(of codec: AudioCodec) -> String {
    switch codec {
    case .aac: "aac"
    // FFmpeg's own encoder encodes AAC-LC only.
    case .heAAC: "libfdk_aac"
    case .opus: "libopus"
    case .mp3: "libmp3lame"
    case .ac3: "ac3"
    case .eac3: "eac3"
    }
  }

  static func write(_ audio: AudioSettings, _ stream: String, _ arguments: inout FFmpegArguments, _ report: inout Report) {
    let codec = audio.codec?.value ?? .aac
    report.use(audio.codec)
    arguments.add("-c:\(stream)", encoder(of: codec))
    if codec == .heAAC { arguments.add("-profile:\(stream)", "aac_he") }
    if let bitrate = audio.bitrate {
      report.use(bitrate)
      arguments.add("-b:\(stream)", bitrate.value.kilobits.map { "\($0)k" } ?? "\(bitrate.value.bitsPerSecond)")
    }
    if let channels = audio.channels {
      report.use(channels)
      arguments.add("-ac:\(stream)", "\(channels.value)")
    }
    if let rate = audio.sampleRate {
      report.use(rate)
      arguments.add("-ar:\(stream)", "\(rate.value.hertz)")
    }
  }
}
