internal import RungSource

extension IVS {
  /// One update of the channel, which must not be live. What the channel refers to is replaced together with it.
  package static func update(_ transition: Transition) -> RequestPlan {
    let others = ["recording-configuration", "playback-restriction-policy"]
    guard let change = transition.all("channel").first, change.change == .changed, !transition.needsAnother("channel"),
      !others.contains(where: { !transition.all($0).isEmpty }), let new = change.new, let body = new.body, let create = transition.step(Step.channel),
      var stop = transition.undoing(Step.stop)
    else { return transition.anew() }
    var entries = body.entries.filter { $0.key.value != "tags" }
    var remarks: [String] = []
    for difference in change.differences where !difference.plainPath.isEmpty && difference.new?.node == nil {
      let key = String(difference.plainPath.prefix { $0 != "." })
      guard !entries.contains(where: { $0.key.value == key }) else { continue }
      if let value = unset(key, at: new.place) {
        entries.append(Node.Entry(key: Located(key, at: new.place), value: value))
      } else if key != "tags" {
        remarks.append("`\(key)` is not changed: how to remove it is not documented.")
      }
    }
    if change.differences.contains(where: { $0.plainPath.hasPrefix("tags") }) {
      remarks.append("Tags are not changed here: call TagResource and UntagResource.")
    }
    stop.undoes = []
    stop.billing = nil
    var url = create.url
    url.template = url.template.replacing("CreateChannel", with: "UpdateChannel")
    let update = RequestStep(
      Step.update, "Change the channel", method: "POST", url: url, headers: create.headers, bodyKind: "update-channel",
      body: BodyContent(Node(.map(entries), at: body.place)), fills: [BodyFill("/arn", bound: "channel_arn")] + create.request.fills,
      manual: [ManualTask(.after, "Start the encoder again.")], remarks: remarks, resending: .harmless)
    return transition.plan([stop, update])
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
