internal import RungSource
internal import RungSpec

/// How one rendition's audio is encoded.
enum FFmpegAudio {
  static func write(_ audio: AudioSettings, _ stream: String, _ arguments: inout FFmpegArguments, _ report: inout Report) {
    let codec = audio.codec?.value ?? .aac
    report.use(audio.codec)
    arguments.add("-c:\(stream)", AudioEncoder.of(codec).name)
    if codec == .heAAC { arguments.add("-profile:\(stream)", "aac_he") }
    if let bitrate = report.taken(audio.bitrate) { arguments.add("-b:\(stream)", bitrate.kilobits.map { "\($0)k" } ?? "\(bitrate.bitsPerSecond)") }
    if let channels = report.taken(audio.channels) { arguments.add("-ac:\(stream)", "\(channels)") }
    if let rate = report.taken(audio.sampleRate) { arguments.add("-ar:\(stream)", "\(rate.hertz)") }
  }
}
