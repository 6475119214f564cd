internal import RungSource
internal import RungSpec

/// A rendition of the spec, compared with the one of the same size that an encoding type produces.
struct MKIORenditionFit {
  private let asked: Rendition
  private let preset: MKIOProduct.Preset
  private let made: MKIOProduct.Rung?

  init(_ asked: Rendition, _ preset: MKIOProduct.Preset) {
    self.asked = asked
    self.preset = preset
    made = asked.resolution.flatMap { size in preset.rungs.first { $0.resolution == size.value } }
  }

  /// What is compared here is kept or changed; of a rendition that is not produced, everything is named.
  func settle(_ report: inout Report) {
    guard let made else {
      for place in [asked.name?.place, asked.resolution?.place, asked.bitrate?.place].compactMap({ $0 }) { report.name(place) }
      settle(asked.fps, nil, &report) { $0.text }
      settle(asked.codec, nil, &report) { $0.rawValue }
      settle(asked.audio?.value.codec, nil, &report) { $0.rawValue }
      settle(asked.audio?.value.bitrate, nil, &report) { $0.prose }
      settle(asked.audio?.value.sampleRate, nil, &report) { $0.text }
      settle(asked.audio?.value.channels, nil, &report) { Self.sound($0) }
      return
    }
    report.use(asked.name)
    report.use(asked.resolution)
    settle(asked.bitrate, made.bitrate, &report) { $0.prose }
    if let fps = asked.fps { settle(fps, min(fps.value, preset.frameRate), &report) { "\($0.text) fps" } }
    settle(asked.codec, .h264, &report) { $0.rawValue }
    settle(asked.audio?.value.codec, .aac, &report) { $0.rawValue }
    settle(asked.audio?.value.bitrate, preset.audioBitrate, &report) { $0.prose }
    settle(asked.audio?.value.sampleRate, preset.sampleRate, &report) { $0.text }
    settle(asked.audio?.value.channels, MKIOProduct.Preset.channels, &report) { Self.sound($0) }
  }

  private func settle<Value: Equatable & Sendable>(
    _ asked: Located<Value>?, _ made: Value?, _ report: inout Report, _ text: @escaping @Sendable (Value) -> String
  ) {
    guard let asked else { return }
    guard let made else { return report.name(asked.place) }
    if asked.value == made {
      report.use(asked)
    } else {
      let value = asked.value
      report.change(asked.place, "\(text(value)) becomes \(text(made))")
    }
  }

  /// "720p: 1500 kbps becomes 3500 kbps"; nil where the rendition is produced as it is set.
  var difference: Message? {
    guard let made else { return asked.resolution.map { "\(asked.label): \($0.value.text) is not produced" } }
    var changes: [String] = []
    compare(asked.bitrate, made.bitrate, &changes) { $0.prose }
    if let fps = asked.fps { compare(fps, min(fps.value, preset.frameRate), &changes) { "\($0.text) fps" } }
    compare(asked.codec, .h264, &changes) { $0.rawValue }
    compare(asked.audio?.value.codec, .aac, &changes) { "audio \($0.rawValue)" }
    compare(asked.audio?.value.bitrate, preset.audioBitrate, &changes) { "audio \($0.prose)" }
    compare(asked.audio?.value.sampleRate, preset.sampleRate, &changes) { "audio \($0.text)" }
    compare(asked.audio?.value.channels, MKIOProduct.Preset.channels, &changes) { "audio \(Self.sound($0))" }
    return changes.isEmpty ? nil : "\(asked.label): \(changes.joined(separator: ", "))"
  }

  private func compare<Value: Equatable>(
    _ asked: Located<Value>?, _ made: Value, _ changes: inout [String], _ text: (Value) -> String
  ) {
    guard let asked, asked.value != made else { return }
    changes.append("\(text(asked.value)) becomes \(text(made))")
  }

  private static func sound(_ channels: Int) -> String {
    switch channels {
    case 1: "mono"
    case 2: "stereo"
    default: "\(channels) channels"
    }
  }
}
