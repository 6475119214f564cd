internal import RungSource

/// The options of the target, as messages name them.
extension SpecKey {
  static let ffmpegOutput = SpecKey("targets.ffmpeg.output")
  static let ffmpegPlaylist = SpecKey("targets.ffmpeg.playlist")
  static let ffmpegPushURL = SpecKey("targets.ffmpeg.push_url")
}
