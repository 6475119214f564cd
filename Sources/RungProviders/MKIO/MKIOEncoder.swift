internal import RungSource
internal import RungSpec

/// What to set the encoder to: MK.IO takes none of it, so the plan hands it out in words.
enum MKIOEncoder {
  static func remarks(_ fit: Fit<MKIO>, _ report: inout Report) -> [String] {
    let type = fit.decision.type.value
    switch type.mode {
    case .passthrough:
      guard let ladder = fit.ladder, !ladder.renditions.isEmpty else {
        return ["Send H.264 video and AAC audio with a constant GOP that lasts `keyFrameIntervalDuration`."]
      }
      var lines = ladder.renditions.map { line($0.value, &report) }
      if ladder.renditions.count > 1 {
        lines.insert(
          "MK.IO forwards what the encoder sends: push each rung under a stream name of its own, with keyframes at the same times.",
          at: 0)
      }
      return lines
    case .transcode:
      var lines = ["Send one stream with a constant GOP; \(type.rawValue) makes the ladder from it."]
      if let ingest = fit.spec.ingest, let sent = Stream.sent(by: ingest, &report) { lines.append(line(sent.value, &report)) }
      return lines
    }
  }

  /// Takes note of what the remarks hand out, without wording them.
  static func mark(_ fit: Fit<MKIO>, _ report: inout Report) {
    switch fit.decision.type.value.mode {
    case .passthrough:
      guard let ladder = fit.ladder else { return }
      for rendition in ladder.renditions { mark(rendition.value, &report) }
    case .transcode:
      if let ingest = fit.spec.ingest, let sent = Stream.sent(by: ingest, &report) { mark(sent.value, &report) }
    }
  }

  private static func mark(_ rendition: Rendition, _ report: inout Report) {
    var rendition = rendition
    Rendition.shape.mark(&rendition, &report)
  }

  private static func line(_ rendition: Rendition, _ report: inout Report) -> String {
    var video: [String] = []
    add(rendition.codec, &video, &report) { $0.rawValue }
    add(rendition.profile, &video, &report) { "profile \($0.rawValue)" }
    add(rendition.level, &video, &report) { "level \($0)" }
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

  private static func add<Value>(
    _ value: Located<Value>?, _ parts: inout [String], _ report: inout Report, _ text: (Value) -> String
  ) {
    guard let value else { return }
    report.use(value.place)
    parts.append(text(value.value))
  }
}
