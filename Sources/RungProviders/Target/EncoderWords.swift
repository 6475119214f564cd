package import RungSource
package import RungSpec

/// What the encoder has to send, as a sentence: the plan contains it where a provider's API has no field for it.
package enum EncoderWords {
  /// "Encoder, 720p: h264, 1280x720, 30 fps, …; audio aac, …."
  static func line(_ rendition: Rendition) -> String {
    let video = Self.video.compactMap { $0.text(rendition) }.joined(separator: ", ")
    let audio = rendition.audio.map { sound in Self.audio.compactMap { $0.text(sound.value) }.joined(separator: ", ") } ?? ""
    let parts = [video, audio.isEmpty ? "" : "audio \(audio)"]
    return "Encoder, \(rendition.name?.value ?? "output"): " + parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."
  }

  /// Marks everything that the line contains of a rendition as used.
  package static func use(_ rendition: borrowing Rendition, _ report: inout Report) {
    report.use(rendition.name)
    for word in video { word.use(rendition, &report) }
    guard let sound = rendition.audio?.value else { return }
    for word in audio { word.use(sound, &report) }
  }

  private static let video: [Word<Rendition>] = [
    Word({ $0.codec }) { $0.rawValue },
    Word({ $0.profile }) { "profile \($0.rawValue)" },
    Word({ $0.level }) { "level \($0)" },
    Word({ $0.tier }) { $0 == .high ? "High tier" : "Main tier" },
    Word({ $0.resolution }) { $0.text },
    Word({ $0.fps }) { "\($0.text) fps" },
    Word({ $0.gop }) { "GOP \($0) frames" },
    Word({ $0.keyframeInterval }) { "a keyframe every \($0.text)" },
    Word({ $0.bitrate }) { $0.prose },
    Word({ $0.maxBitrate }) { "at most \($0.prose)" },
    Word({ $0.buffer }) { "buffer \($0.text)" },
    Word({ $0.rateControl }) { $0.rawValue },
    Word({ $0.crf }) { "crf \($0)" },
    Word({ $0.transfer }) { "transfer \($0.rawValue)" },
    Word({ $0.primaries }) { "primaries \($0.rawValue)" },
    Word({ $0.bitDepth }) { "\($0) bits" },
    Word({ $0.interlaced }) { $0 ? "interlaced" : "progressive" },
    Word({ $0.sampleAspectRatio }) { "sample aspect ratio \($0.text)" },
    Word({ $0.encoderPreset }) { "preset \($0.rawValue)" },
    Word({ $0.encoderSpeed }) { "preset \($0)" },
    Word({ $0.bframes }) { "B-frames \($0)" },
    Word({ $0.refFrames }) { "reference frames \($0)" },
    Word({ $0.lookahead }) { "lookahead \($0)" },
  ]

  private static let audio: [Word<AudioSettings>] = [
    Word({ $0.codec }) { $0.rawValue },
    Word({ $0.channels }) { "\($0) channels" },
    Word({ $0.sampleRate }) { $0.text },
    Word({ $0.bitrate }) { $0.prose },
  ]

  /// A setting and its text: what is not in the list is neither shown nor accounted for.
  private struct Word<Whole>: Sendable {
    let use: @Sendable (borrowing Whole, inout Report) -> Void
    let text: @Sendable (borrowing Whole) -> String?

    init<Value>(_ value: @escaping @Sendable (borrowing Whole) -> Located<Value>?, _ text: @escaping @Sendable (Value) -> String) {
      use = { whole, report in report.use(value(whole)) }
      self.text = { whole in value(whole).map { text($0.value) } }
    }
  }
}
