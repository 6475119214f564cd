internal import RungSource

extension MediaLive {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let securityGroup: StepID = "create-input-security-group", input: StepID = "create-input", addresses: StepID = "describe-input",
      group: StepID = "mediapackage-channel-group", packageChannel: StepID = "mediapackage-channel", endpoint: StepID = "mediapackage-origin-endpoint",
      dashEndpoint: StepID = "mediapackage-origin-endpoint-dash", channel: StepID = "create-channel", start: StepID = "start-channel", playback: StepID = "get-mediapackage-origin-endpoint",
      dashPlayback: StepID = "get-mediapackage-origin-endpoint-dash",
      settleChannel: StepID = "settle-channel", settleInput: StepID = "settle-input", stop: StepID = "stop-channel", update: StepID = "update-channel", deleteChannel: StepID = "delete-channel", deleteInput: StepID = "delete-input",
      deleteSecurityGroup: StepID = "delete-input-security-group", deleteEndpoint: StepID = "delete-mediapackage-origin-endpoint",
      deleteDashEndpoint: StepID = "delete-mediapackage-origin-endpoint-dash", deletePackageChannel: StepID = "delete-mediapackage-channel",
      deleteGroup: StepID = "delete-mediapackage-channel-group", updateSecurityGroup: StepID = "update-input-security-group", updateInput: StepID = "update-input",
      updateClass: StepID = "update-channel-class", updatePackageChannel: StepID = "update-mediapackage-channel", updateEndpoint: StepID = "update-mediapackage-origin-endpoint",
      updateDashEndpoint: StepID = "update-mediapackage-origin-endpoint-dash"
  }
}
