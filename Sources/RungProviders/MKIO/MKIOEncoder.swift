internal import RungSource
internal import RungSpec

/// What to set the encoder to. No request of MK.IO carries it, so the plan says it in words.
enum MKIOEncoder {
  /// What the encoder sends: each rendition of a ladder that is forwarded, or what `ingest` says of the one stream.
  static func sent(_ fit: Fit<MKIO>, _ report: inout Report) -> [Rendition] {
    switch fit.decision.type.value.mode {
    case .passthrough: return fit.ladder?.renditions.map(\.value) ?? []
    case .transcode: return fit.spec.ingest.flatMap { Stream.sent(by: $0, &report) }.map { [$0.value] } ?? []
    }
  }

  static func remarks(_ fit: Fit<MKIO>, _ sent: [Rendition]) -> [String] {
    let lines = sent.map { EncoderWords.line($0) }
    let type = fit.decision.type.value
    switch type.mode {
    case .passthrough where sent.isEmpty:
      return ["Send H.264 video and AAC audio with a constant GOP that lasts `keyFrameIntervalDuration`."]
    case .passthrough where sent.count > 1:
      return ["MK.IO forwards what the encoder sends: push each rendition under its own stream name, with keyframes at the same times."] + lines
    case .passthrough: return lines
    case .transcode: return ["Send one stream with a constant GOP; \(type.rawValue) encodes the ladder from it."] + lines
    }
  }
}
