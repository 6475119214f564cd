internal import RungSource

extension MediaLive {
  package static let deploymentFormats: [DeploymentFormat] = [.cloudFormation, .terraformJSON]

  package static func deployment(_ format: DeploymentFormat, of plan: RequestPlan) -> Deployment {
    var deployment = Deployment(format, plan)
    switch format {
    case .cloudFormation: cloudFormation(&deployment, plan)
    case .terraformJSON: terraform(&deployment, plan)
    }
    return deployment
  }

  private static func tags(_ step: StepID, _ plan: RequestPlan) -> Node? { plan.steps.first { $0.id == step }?.node?["Tags"] }

  /// A template creates the channel, which is started by a request.
  private static func cloudFormation(_ deployment: inout Deployment, _ plan: RequestPlan) {
    deployment.add(Step.group, as: "AWS::MediaPackageV2::ChannelGroup", named: "ChannelGroup") { $0.tags("Tags", of: tags(Step.group, plan)) }
    deployment.add(Step.packageChannel, as: "AWS::MediaPackageV2::Channel", named: "PackageChannel", after: ["ChannelGroup"]) {
      $0.tags("Tags", of: tags(Step.packageChannel, plan))
    }
    for (step, name) in [(Step.endpoint, "OriginEndpoint"), (Step.dashEndpoint, "DashOriginEndpoint")] {
      deployment.add(step, as: "AWS::MediaPackageV2::OriginEndpoint", named: name, after: ["PackageChannel"]) { $0.tags("Tags", of: tags(step, plan)) }
    }
    // A text: cfn-lint takes what a plain reference is to for a security group of EC2.
    let id = Node.map([("Fn::Sub", .string("${InputSecurityGroup}", at: .nowhere))], at: .nowhere)
    deployment.add(Step.securityGroup, as: "AWS::MediaLive::InputSecurityGroup", named: "InputSecurityGroup") { $0.keep("Tags", as: tags(Step.securityGroup, plan)) }
    deployment.add(Step.input, as: "AWS::MediaLive::Input", named: "Input") { properties in
      properties.keep("Tags", as: tags(Step.input, plan))
      if plan.steps.contains(where: { $0.id == Step.securityGroup }) { properties.set(["InputSecurityGroups", "0"], id) }
    }
    let input = deployment.reference(to: "Input")
    deployment.add(Step.channel, as: "AWS::MediaLive::Channel", named: "Channel", after: ["PackageChannel"]) { properties in
      properties.keep("Tags", as: tags(Step.channel, plan))
      if plan.steps.contains(where: { $0.id == Step.input }) { properties.set(["InputAttachments", "0", "InputId"], input) }
    }
    deployment.remark = "the channel is not started: StartChannel does, and from then on it costs"
    deployment.output("ChannelId", deployment.reference(to: "Channel"), "the channel's id, for StartChannel")
    for (step, name) in [(Step.endpoint, "OriginEndpoint"), (Step.dashEndpoint, "DashOriginEndpoint")] {
      guard let body = plan.steps.first(where: { $0.id == step })?.node else { continue }
      for (list, title) in [("HlsManifests", "HLS"), ("LowLatencyHlsManifests", "low-latency HLS"), ("DashManifests", "DASH")] where body[list] != nil {
        let urls = deployment.attribute("\(list.dropLast())Urls", of: name)
        let first = Node.map([("Fn::Select", .list([.integer(0, at: .nowhere), urls], at: .nowhere))], at: .nowhere)
        deployment.output("\(name)\(list.dropLast())Url", first, "the \(title) URL")
      }
    }
  }

  /// `aws_medialive_channel` and its input; what MediaPackage has stays with the requests, and the channel cannot send there.
  private static func terraform(_ deployment: inout Deployment, _ plan: RequestPlan) {
    deployment.source = ("hashicorp", "aws", ">= 5.100.0, < 7.0.0")
    deployment.blocks = terraformBlocks
    deployment.add(Step.securityGroup, as: "aws_medialive_input_security_group", named: "InputSecurityGroup") { $0.keep("tags", as: tags(Step.securityGroup, plan)) }
    let isGuarded = deployment.has(Step.securityGroup)
    let id = isGuarded ? deployment.reference(to: "InputSecurityGroup") : nil
    deployment.add(Step.input, as: "aws_medialive_input", named: "Input") { properties in
      properties.keep("tags", as: tags(Step.input, plan))
      if let id { properties.set(["input_security_groups", "0"], id) }
      // The resource requires what the API does not: an empty text is none.
      for index in (properties.node["sources"]?.items ?? []).indices {
        for key in ["username", "password_param"] { properties.fill(["sources", "\(index)", key], .string("", at: .nowhere)) }
      }
    }
    let input = deployment.has(Step.input) ? deployment.reference(to: "Input") : nil
    var assumed: [String] = []
    deployment.add(Step.channel, as: "aws_medialive_channel", named: "Channel") { properties in
      properties.keep("tags", as: tags(Step.channel, plan))
      if let input { properties.set(["input_attachments", "0", "input_id"], input) }
      assumed = specify(&properties)
    }
    var remarks = ["the channel is not started: StartChannel does, and from then on it costs"]
    if !assumed.isEmpty {
      remarks.append("`input_specification` is required and decides the price: \(assumed.joined(separator: ", ")) \(assumed.count == 1 ? "is" : "are") assumed")
    }
    if plan.steps.first(where: { $0.id == Step.channel })?.node?["ChannelClass"]?.scalar?.text == standard {
      remarks.append("Terraform keeps URLs of pipelines as sets: which pipeline has which is not settled")
    }
    deployment.remark = remarks.joined(separator: "; ")
    deployment.output("ChannelId", deployment.reference(to: "Channel"), "the channel's id")
  }

  /// Fills in what the resource requires of the input, for a source as large as the largest video that is encoded, and says what.
  private static func specify(_ properties: inout DeploymentProperties) -> [String] {
    let stated = properties.node["input_specification"]
    let heights = (properties.node["encoder_settings"]?["video_descriptions"]?.items ?? []).map { Int($0["height"]?.scalar?.text ?? "") ?? 0 }
    let size = stated?["resolution"]?.scalar?.text ?? (heights.isEmpty ? "SD" : heights.contains { $0 > 1080 } ? "UHD" : "HD")
    let needed = [
      ("codec", size == "UHD" ? "HEVC" : "AVC"), ("resolution", size),
      ("maximum_bitrate", size == "UHD" ? "MAX_50_MBPS" : size == "SD" ? "MAX_10_MBPS" : "MAX_20_MBPS"),
    ]
    let assumed = needed.filter { stated?[$0.0] == nil }
    for (key, value) in assumed { properties.fill(["input_specification", key], .string(value, at: .nowhere)) }
    return assumed.map(\.1)
  }
}
