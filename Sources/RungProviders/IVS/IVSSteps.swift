internal import RungSource

extension IVS {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let recordingConfiguration: StepID = "recording-configuration", policy: StepID = "playback-restriction-policy",
      updatePolicy: StepID = "update-playback-restriction-policy",
      channel: StepID = "channel", update: StepID = "update-channel", detach: StepID = "detach", streamKeys: StepID = "stream-keys", streamKey: StepID = "stream-key",
      stop: StepID = "stop", deleteChannel: StepID = "delete-channel", deleteRecordingConfiguration: StepID = "delete-recording-configuration",
      deletePolicy: StepID = "delete-playback-restriction-policy"
  }
}
