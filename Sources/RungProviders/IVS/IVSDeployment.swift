internal import RungSource

extension IVS {
  package static let deploymentFormats: [DeploymentFormat] = [.cloudFormation]

  /// `AWS::IVS::Channel`, which comes without a stream key there, `AWS::IVS::RecordingConfiguration`,
  /// `AWS::IVS::PlaybackRestrictionPolicy` and `AWS::IVS::StreamKey`. The channel has no property for the policy: an update sets it.
  package static func deployment(_ format: DeploymentFormat, of plan: RequestPlan) -> Deployment {
    var deployment = Deployment(format, plan)
    func body(_ step: StepID) -> Node? { plan.steps.first { $0.id == step }?.node }
    deployment.add(Step.recordingConfiguration, as: "AWS::IVS::RecordingConfiguration", named: "RecordingConfiguration") { properties in
      properties.tags("Tags", of: body(Step.recordingConfiguration)?["tags"])
    }
    deployment.add(Step.policy, as: "AWS::IVS::PlaybackRestrictionPolicy", named: "PlaybackRestrictionPolicy") { properties in
      properties.tags("Tags", of: body(Step.policy)?["tags"])
    }
    let recording = deployment.has(Step.recordingConfiguration) ? deployment.attribute("Arn", of: "RecordingConfiguration") : nil
    let lacking = ["playbackRestrictionPolicyArn", "adConfigurationArn", "failoverSlateConfigurationArn"]
    deployment.add(Step.channel, as: "AWS::IVS::Channel", named: "Channel") { properties in
      properties.tags("Tags", of: body(Step.channel)?["tags"])
      if let recording { properties.set("RecordingConfigurationArn", recording) }
      for key in lacking { properties.remove(Deployment.pascalCase(key)) }
    }
    guard let channel = body(Step.channel) else { return deployment }
    let set = lacking.filter { channel[$0] != nil }
    if !set.isEmpty {
      deployment.remark = "AWS::IVS::Channel has no property for \(set.map { "`\($0)`" }.joined(separator: ", ")): set with UpdateChannel"
    }
    deployment.add("AWS::IVS::StreamKey", named: "StreamKey", [("ChannelArn", deployment.attribute("Arn", of: "Channel"))])
    if deployment.has(Step.policy) {
      let name = "PlaybackRestrictionPolicy"
      deployment.output("\(name)Arn", deployment.attribute("Arn", of: name), "the policy's ARN, which UpdateChannel sets: the channel is open until then")
    }
    deployment.output("ChannelArn", deployment.attribute("Arn", of: "Channel"), "the channel's ARN")
    deployment.output("IngestEndpoint", deployment.attribute("IngestEndpoint", of: "Channel"), "the host that the encoder pushes to")
    deployment.output("PlaybackUrl", deployment.attribute("PlaybackUrl", of: "Channel"), "the playback URL")
    deployment.output("StreamKeyArn", deployment.attribute("Arn", of: "StreamKey"), "the stream key's ARN: GetStreamKey has the key")
    return deployment
  }
}
