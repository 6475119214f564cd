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
      var lines = ladder.renditions.map { EncoderWords.line($0.value, &report) }
      if ladder.renditions.count > 1 {
        lines.insert(
          "MK.IO forwards what the encoder sends: push each rung under a stream name of its own, with keyframes at the same times.",
          at: 0)
      }
      return lines
    case .transcode:
      var lines = ["Send one stream with a constant GOP; \(type.rawValue) makes the ladder from it."]
      if let ingest = fit.spec.ingest, let sent = Stream.sent(by: ingest, &report) { lines.append(EncoderWords.line(sent.value, &report)) }
      return lines
    }
  }

  /// Takes note of what the remarks hand out, without wording them.
  static func mark(_ fit: Fit<MKIO>, _ report: inout Report) {
    switch fit.decision.type.value.mode {
    case .passthrough:
      guard let ladder = fit.ladder else { return }
      for rendition in ladder.renditions { EncoderWords.mark(rendition.value, &report) }
    case .transcode:
      if let ingest = fit.spec.ingest, let sent = Stream.sent(by: ingest, &report) { EncoderWords.mark(sent.value, &report) }
    }
  }
}
