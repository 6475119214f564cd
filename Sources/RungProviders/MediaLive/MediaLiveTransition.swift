internal import RungSource
internal import RungSpec

extension MediaLive {
  /// What changes by a request of its own, which no plan contains.
  private static let others = [
    (resource: "mediapackage-channel-group", title: "The channel group", operation: "UpdateChannelGroup"),
    (resource: "mediapackage-channel", title: "The channel of MediaPackage", operation: "UpdateChannel of MediaPackage"),
    (resource: "mediapackage-origin-endpoint", title: "The origin endpoint", operation: "UpdateOriginEndpoint"),
    (resource: "create-input-security-group", title: "The input security group", operation: "UpdateInputSecurityGroup"),
    (resource: "create-input", title: "The input", operation: "UpdateInput"),
  ]

  /// One update of the channel, which must not run: it is stopped, changed and started again. Its input and what serves it stay.
  package static func update(_ transition: Transition) -> RequestPlan {
    // Tags have operations of their own, and nothing is stopped for them.
    func changes(_ resource: String) -> [ResourceDifference] {
      transition.all(resource).filter { $0.change != .changed || $0.differences.contains { !$0.plainPath.hasPrefix("Tags") } }
    }
    let channels = changes("create-channel")
    let changed = others.filter { !changes($0.resource).isEmpty }
    let isInPlace = (changed.map(\.resource) + ["create-channel"]).allSatisfy { resource in
      !transition.needsAnother(resource) && changes(resource).allSatisfy { $0.change == .changed }
    }
    if channels.isEmpty, isInPlace { return transition.plan([]) }
    guard isInPlace, let create = transition.step(Step.channel),
      var start = transition.step(Step.start), var stop = transition.undoing(Step.stop), let body = create.node
    else { return transition.anew() }
    stop.undoes = []
    stop.billing = nil
    start.billing = nil
    let kept = Set(model.object("UpdateChannelRequest").properties.map(\.key))
    let entries = body.entries.filter { kept.contains($0.key.value) }
    let id = Node.Entry(key: Located("ChannelId", at: body.place), value: .string("{channel_id}", at: body.place))
    var url = create.url
    url.template += "/{channel_id}"
    url.parameters.append(PlanParameter(bound: "channel_id"))
    var update = RequestStep(
      Step.update, "Change the channel", method: "PUT", url: url, headers: create.headers, bodyKind: "update-channel",
      body: BodyContent(Node(.map([id] + entries), at: body.place)),
      fills: [BodyFill("/ChannelId", bound: "channel_id")] + create.request.fills, wait: create.wait, resending: .harmless)
    if channels.flatMap(\.differences).contains(where: { $0.plainPath == "ChannelClass" && $0.effect.isJudged }) {
      update.manual.append(ManualTask(.before, "Change the class of the channel first: call UpdateChannelClass. UpdateChannel does not change it."))
    }
    update.remarks += changed.map { "\($0.title) is not changed here: call \($0.operation)." }
    update.wait?.until = ["IDLE"]
    update.wait?.failing = ["UPDATE_FAILED"]
    if transition.all("create-channel").flatMap(\.differences).contains(where: { $0.plainPath.hasPrefix("Tags") }) {
      update.remarks.append("Tags are not changed here: call CreateTags and DeleteTags.")
    }
    start.remarks.append("Viewers see a break while the channel is stopped.")
    return transition.plan([stop, update, start])
  }
}
