internal import RungSource
internal import RungSpec

/// A rendition that was asked for beside the rung of the same size that an encoding type makes.
struct MKIOComparison {
  private let asked: Rendition
  private let preset: MKIOProduct.Preset
  private let made: MKIOProduct.Rung?

  init(_ asked: Rendition, _ preset: MKIOProduct.Preset) {
    self.asked = asked
    self.preset = preset
    made = asked.resolution.flatMap { size in preset.rungs.first { $0.resolution == size.value } }
  }

  /// What is compared here is named, or holds.
  func use(_ report: inout Report) {
    report.use(asked.name)
    report.use(asked.resolution)
    report.use(asked.bitrate)
    report.use(asked.fps)
    report.use(asked.codec)
    report.use(asked.audio?.value.codec)
    report.use(asked.audio?.value.bitrate)
    report.use(asked.audio?.value.sampleRate)
  }

  /// "720p: 1500 kbps becomes 3500 kbps"; nil when the rung is made as asked.
  var difference: String? {
    guard let made else { return asked.resolution.map { "\(asked.label): \($0.value.text) is not made" } }
    var changes: [String] = []
    compare(asked.bitrate, made.bitrate, &changes) { $0.prose }
    compare(asked.fps, preset.frameRate, &changes) { "\($0.text) fps" }
    compare(asked.codec, .h264, &changes) { $0.rawValue }
    compare(asked.audio?.value.codec, .aac, &changes) { "audio \($0.rawValue)" }
    compare(asked.audio?.value.bitrate, preset.audioBitrate, &changes) { "audio \($0.prose)" }
    compare(asked.audio?.value.sampleRate, preset.sampleRate, &changes) { "audio \($0.text)" }
    return changes.isEmpty ? nil : "\(asked.label): \(changes.joined(separator: ", "))"
  }

  private func compare<Value: Equatable>(
    _ asked: Located<Value>?, _ made: Value, _ changes: inout [String], _ text: (Value) -> String
  ) {
    guard let asked, asked.value != made else { return }
    changes.append("\(text(asked.value)) becomes \(text(made))")
  }
}
