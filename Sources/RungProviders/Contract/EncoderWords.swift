internal import RungSource
internal import RungSpec

/// What the encoder is to send, in words: where a provider's API takes none of it, the plan hands it out.
enum EncoderWords {
  /// "Encoder, 720p: h264, 1280x720, 30 fps, …; audio aac, …." Everything that is said of the rendition is used.
  static func line(_ rendition: Rendition, _ report: inout Report) -> String {
    var video: [String] = []
    add(rendition.codec, &video, &report) { $0.rawValue }
    add(rendition.profile, &video, &report) { "profile \($0.rawValue)" }
    add(rendition.level, &video, &report) { "level \($0)" }
    add(rendition.tier, &video, &report) { $0 == .high ? "High tier" : "Main tier" }
    add(rendition.resolution, &video, &report) { $0.text }
    add(rendition.fps, &video, &report) { "\($0.text) fps" }
    add(rendition.gop, &video, &report) { "GOP \($0) frames" }
    add(rendition.keyframeInterval, &video, &report) { "a keyframe every \($0.text)" }
    add(rendition.bitrate, &video, &report) { $0.prose }
    add(rendition.maxBitrate, &video, &report) { "at most \($0.prose)" }
    add(rendition.buffer, &video, &report) { "buffer \($0.text)" }
    add(rendition.rateControl, &video, &report) { $0.rawValue }
    add(rendition.crf, &video, &report) { "crf \($0)" }
    add(rendition.encoderPreset, &video, &report) { "preset \($0.rawValue)" }
    add(rendition.bframes, &video, &report) { "B-frames \($0)" }
    add(rendition.refFrames, &video, &report) { "reference frames \($0)" }
    add(rendition.lookahead, &video, &report) { "lookahead \($0)" }
    var audio: [String] = []
    if let sound = rendition.audio?.value {
      add(sound.codec, &audio, &report) { $0.rawValue }
      add(sound.channels, &audio, &report) { "\($0) channels" }
      add(sound.sampleRate, &audio, &report) { $0.text }
      add(sound.bitrate, &audio, &report) { $0.prose }
    }
    report.use(rendition.name)
    let parts = [video.joined(separator: ", "), audio.isEmpty ? "" : "audio \(audio.joined(separator: ", "))"]
    return "Encoder, \(rendition.name?.value ?? "what it sends"): " + parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."
  }

  /// Takes note of what the line says, without wording it.
  static func mark(_ rendition: Rendition, _ report: inout Report) {
    var rendition = rendition
    Rendition.shape.mark(&rendition, &report)
  }

  private static func add<Value>(
    _ value: Located<Value>?, _ parts: inout [String], _ report: inout Report, _ text: (Value) -> String
  ) {
    guard let value else { return }
    report.use(value.place)
    parts.append(text(value.value))
  }
}
