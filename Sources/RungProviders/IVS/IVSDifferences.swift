internal import RungSource
internal import RungSpec

extension IVS {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [
      Comparison.Resource("channel", "channel"), Comparison.Resource("recording-configuration", "recording configuration"),
      Comparison.Resource("playback-restriction-policy", "playback restriction policy"),
    ]
    rules.lists["recording-configuration"] = [
      Comparison.List("renditionConfiguration.renditions", .words), Comparison.List("thumbnailConfiguration.storage", .words),
    ]
    rules.lists["playback-restriction-policy"] = [Comparison.List("allowedCountries", .words), Comparison.List("allowedOrigins", .words)]
    typealias Default = Comparison.Default
    let channel = Source.reference("CreateChannel: defaults")
    let recording = Source.reference("CreateRecordingConfiguration: defaults")
    let policy = Source.reference("CreatePlaybackRestrictionPolicy: defaults")
    rules.defaults = [
      "channel": [
        Default("name", .text(""), channel), Default("latencyMode", .text("LOW"), channel), Default("type", .text("STANDARD"), channel),
        Default("authorized", .bool(false), channel), Default("recordingConfigurationArn", .text(""), channel), Default("tags", .empty, channel),
        Default("insecureIngest", .bool(false), channel), Default("preset", .text(""), channel, when: ("type", "STANDARD")),
        Default("preset", .text(""), channel, when: ("type", "BASIC")),
        Default("preset", .text("HIGHER_BANDWIDTH_DELIVERY"), channel, when: ("type", "ADVANCED_HD")),
        Default("preset", .text("HIGHER_BANDWIDTH_DELIVERY"), channel, when: ("type", "ADVANCED_SD")),
        Default("playbackRestrictionPolicyArn", .text(""), channel), Default("containerFormat", .text("TS"), channel),
        Default("multitrackInputConfiguration.enabled", .bool(false), channel), Default("multitrackInputConfiguration", .empty, channel),
        Default("adConfigurationArn", .text(""), channel), Default("failoverSlateConfigurationArn", .text(""), channel),
      ],
      "recording-configuration": [
        Default("name", .text(""), recording), Default("tags", .empty, recording), Default("recordingReconnectWindowSeconds", .number(0), recording),
        Default("thumbnailConfiguration.recordingMode", .text("INTERVAL"), recording),
        Default("thumbnailConfiguration.targetIntervalSeconds", .number(60), recording),
        Default("thumbnailConfiguration.storage", .text("SEQUENTIAL"), recording), Default("thumbnailConfiguration", .empty, recording),
        Default("renditionConfiguration.renditionSelection", .text("ALL"), recording),
        Default("renditionConfiguration.renditions", .empty, recording), Default("renditionConfiguration", .empty, recording),
      ],
      "playback-restriction-policy": [
        Default("name", .text(""), policy), Default("tags", .empty, policy), Default("allowedCountries", .empty, policy),
        Default("allowedOrigins", .empty, policy), Default("enableStrictOriginEnforcement", .bool(false), policy),
      ],
    ]
    rules.identities = [
      "channel": Comparison.Identity("channel_arn", at: "arn", form: .arn),
      "recording-configuration": Comparison.Identity("recording_configuration_arn", at: "arn", form: .arn),
      "playback-restriction-policy": Comparison.Identity("playback_restriction_policy_arn", at: "arn", form: .arn),
    ]
    return rules
  }

  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.compactMap { step in
      guard let kind = step.bodyKind?.rawValue, step.node != nil else { return nil }
      var request = DeclaredRequest(step, as: kind == "update-channel" ? "channel" : kind)
      if kind == "channel" { request.kinds = ["channel", "update-channel"] }
      // The ARNs of what the plan creates are known once it is created.
      for fill in step.request.fills {
        guard let parts = JSONPointer.parts(of: fill.pointer) else { continue }
        request.body = request.body?.without(parts)
        // An answer has some ARN there, and it cannot be told whether it is that of the resource that the spec describes.
        request.covers = (request.covers ?? Set(IVSChannel.shape.keys)).subtracting(parts)
      }
      return request
    }
  }
}
