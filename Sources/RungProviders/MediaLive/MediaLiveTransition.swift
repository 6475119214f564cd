internal import RungSource
internal import RungSpec

extension MediaLive {
  /// One update of the channel, which must not run: it is stopped, changed and started again. Its input and what serves it stay.
  package static func update(_ transition: Transition) -> RequestPlan {
    let others = ["mediapackage-channel-group", "mediapackage-channel", "mediapackage-origin-endpoint", "create-input-security-group", "create-input"]
    // Tags have operations of their own, and nothing is stopped for them.
    func changes(_ resource: String) -> [ResourceDifference] {
      transition.all(resource).filter { $0.change != .changed || $0.differences.contains { !$0.plainPath.hasPrefix("Tags") } }
    }
    let channels = changes("create-channel")
    if channels.isEmpty, others.allSatisfy({ changes($0).isEmpty }) { return transition.plan([]) }
    guard others.allSatisfy({ changes($0).isEmpty }), !transition.needsAnother("create-channel"), channels.allSatisfy({ $0.change == .changed }),
      !channels.flatMap(\.differences).contains(where: { $0.plainPath == "ChannelClass" }), let create = transition.step(Step.channel),
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
    update.wait?.until = ["IDLE"]
    update.wait?.failing = ["UPDATE_FAILED"]
    if transition.all("create-channel").flatMap(\.differences).contains(where: { $0.plainPath.hasPrefix("Tags") }) {
      update.remarks.append("Tags are not changed here: call CreateTags and DeleteTags.")
    }
    start.remarks.append("Viewers see a break while the channel is stopped.")
    return transition.plan([stop, update, start])
  }
}
