internal import RungSource

extension IVS {
  /// A resource that the channel refers to. Another one takes the place of a recording configuration, which is never changed itself.
  private struct Referred {
    let resource: String
    let create: StepID
    let delete: StepID
    /// The member of the channel.
    let member: String

    static let all = [
      Referred(resource: "recording-configuration", create: Step.recordingConfiguration, delete: Step.deleteRecordingConfiguration, member: "recordingConfigurationArn"),
      Referred(resource: "playback-restriction-policy", create: Step.policy, delete: Step.deletePolicy, member: "playbackRestrictionPolicyArn"),
    ]
  }

  /// One update of the channel, which must not be live, and which keeps its stream key and its playback URL. What it refers to is deleted once
  /// it does not, and created before it does. A policy is changed in place, while the channel is live.
  package static func update(_ transition: Transition) -> RequestPlan {
    // Tags have operations of their own, and nothing is stopped or replaced for them.
    func changes(_ resource: String) -> [ResourceDifference] {
      transition.all(resource).filter { $0.change != .changed || $0.differences.contains { !$0.plainPath.hasPrefix("tags") } }
    }
    let channels = changes("channel")
    let policy = policyUpdate(transition, changes("playback-restriction-policy"))
    let others = Referred.all.filter { !changes($0.resource).isEmpty && (policy == nil || $0.create != Step.policy) }
    if channels.isEmpty, others.isEmpty { return transition.plan([policy].compactMap { $0 }) }
    guard !transition.needsAnother("channel"), channels.allSatisfy({ $0.change == .changed }), let create = transition.step(Step.channel),
      let body = create.node, var stop = transition.undoing(Step.stop)
    else { return transition.anew() }
    stop.undoes = []
    stop.billing = nil
    let leaving = others.filter { other in changes(other.resource).contains { $0.change != .added } }
    let coming = others.filter { other in changes(other.resource).contains { $0.change != .removed } }

    var entries = body.entries.filter { $0.key.value != "tags" }
    var remarks: [String] = []
    for difference in channels.flatMap(\.differences) where !difference.plainPath.isEmpty && (difference.new?.node == nil || difference.new?.isDefault == true) {
      let key = String(difference.plainPath.prefix { $0 != "." })
      guard !entries.contains(where: { $0.key.value == key }) else { continue }
      if let value = unset(key, at: body.place) {
        entries.append(Node.Entry(key: Located(key, at: body.place), value: value))
      } else if key != "tags" {
        remarks.append("`\(key)` is not changed: how to remove it is not documented.")
      }
    }
    if (transition.all("channel") + Referred.all.flatMap { transition.all($0.resource) }).flatMap(\.differences).contains(where: { $0.plainPath.hasPrefix("tags") }) {
      remarks.append("Tags are not changed here: call TagResource and UntagResource.")
    }
    func empty(_ other: Referred) -> Node.Entry {
      Node.Entry(key: Located(other.member, at: body.place), value: .string("", at: body.place))
    }
    // What only goes is taken from the channel by the same request.
    let replaced = leaving.filter { other in coming.contains { $0.resource == other.resource } }
    let gone = leaving.filter { other in !coming.contains { $0.resource == other.resource } }
    for other in gone where !entries.contains(where: { $0.key.value == other.member }) { entries.append(empty(other)) }

    var steps = [policy, stop].compactMap { $0 }
    if !replaced.isEmpty {
      steps.append(update(Step.detach, "Take from the channel what is replaced", create, replaced.map(empty), at: body.place, fills: []))
    }
    steps += replaced.compactMap { transition.undoing($0.delete) } + coming.compactMap { transition.step($0.create) }
    var change = update(Step.update, "Change the channel", create, entries, at: body.place, fills: create.request.fills)
    change.manual = [ManualTask(.after, "Start the encoder again.")]
    change.remarks = remarks
    return transition.plan(steps + [change] + gone.compactMap { transition.undoing($0.delete) })
  }

  /// What changes the policy; nil where it comes, goes, or stays as it is.
  private static func policyUpdate(_ transition: Transition, _ changes: [ResourceDifference]) -> RequestStep? {
    guard let change = changes.first, changes.count == 1, change.change == .changed, let create = transition.step(Step.policy), let body = create.node else { return nil }
    var entries = body.entries.filter { $0.key.value != "tags" }
    var remarks: [String] = []
    for difference in change.differences where !difference.plainPath.isEmpty && (difference.new?.node == nil || difference.new?.isDefault == true) {
      let key = String(difference.plainPath.prefix { $0 != "." && $0 != "[" })
      guard key != "tags", !entries.contains(where: { $0.key.value == key }) else { continue }
      switch key {
      case "allowedCountries", "allowedOrigins": entries.append(Node.Entry(key: Located(key, at: body.place), value: Node(.list([]), at: body.place)))
      case "enableStrictOriginEnforcement": entries.append(Node.Entry(key: Located(key, at: body.place), value: .bool(false, at: body.place)))
      default: remarks.append("`\(key)` is not changed: how to remove it is not documented.")
      }
    }
    var url = create.url
    url.template = url.template.replacing("CreatePlaybackRestrictionPolicy", with: "UpdatePlaybackRestrictionPolicy")
    return RequestStep(
      Step.updatePolicy, "Change the playback restriction policy", method: "POST", url: url, headers: create.headers, bodyKind: "update-playback-restriction-policy",
      body: BodyContent(Node(.map(entries), at: body.place)), fills: [BodyFill("/arn", bound: "playback_restriction_policy_arn")], remarks: remarks, resending: .harmless)
  }

  private static func update(
    _ id: StepID, _ title: String, _ create: RequestStep, _ entries: [Node.Entry], at place: SourcePlace, fills: [BodyFill]
  ) -> RequestStep {
    var url = create.url
    url.template = url.template.replacing("CreateChannel", with: "UpdateChannel")
    return RequestStep(
      id, title, method: "POST", url: url, headers: create.headers, bodyKind: "update-channel", body: BodyContent(Node(.map(entries), at: place)),
      fills: [BodyFill("/arn", bound: "channel_arn")] + fills, resending: .harmless)
  }

  /// What sets a member to its default.
  private static func unset(_ key: String, at place: SourcePlace) -> Node? {
    switch key {
    case "recordingConfigurationArn", "playbackRestrictionPolicyArn", "failoverSlateConfigurationArn": .string("", at: place)
    case "latencyMode": .string("LOW", at: place)
    case "containerFormat": .string("TS", at: place)
    case "authorized", "insecureIngest": .bool(false, at: place)
    case "multitrackInputConfiguration": Node.map([("enabled", .bool(false, at: place))], at: place)
    default: nil
    }
  }
}
