internal import RungSource
internal import RungSpec

/// The options of the target, as messages name them.
extension SpecKey {
  static let livekitOverrides = SpecKey("targets.livekit.overrides")
  static let livekitHost = SpecKey("targets.livekit.host")
  static let livekitRoom = SpecKey("targets.livekit.room")
  static let livekitParticipant = SpecKey("targets.livekit.participant")
  static let livekitIdentity = SpecKey("targets.livekit.participant.identity")
  static let livekitEnabled = SpecKey("targets.livekit.enabled")
  static let livekitInput = SpecKey("targets.livekit.input")
  static let livekitVideoSource = SpecKey("targets.livekit.video.source")
  static let livekitAudio = SpecKey("targets.livekit.audio")
  static let livekitAudioSource = SpecKey("targets.livekit.audio.source")
  static let livekitDisableDTX = SpecKey("targets.livekit.audio.disable_dtx")
}
