internal import RungSource

/// Qencode's own options, as messages name them.
extension SpecKey {
  static let qencodeStreamID = SpecKey("targets.qencode.stream_id")
  static let qencodeInputFormat = SpecKey("targets.qencode.input_format")
  static let qencodeOutputFormat = SpecKey("targets.qencode.output_format")
  static let qencodePlaybackIDs = SpecKey("targets.qencode.playback_ids")
  static let qencodeCreateDomain = SpecKey("targets.qencode.create_domain")
  static let firstDestination = SpecKey("recording.destinations[0]")
}
