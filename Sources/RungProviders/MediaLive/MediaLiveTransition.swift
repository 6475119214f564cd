internal import RungSource
internal import RungSpec

extension MediaLive {
  /// What is changed in place. Only the channel and its input need a channel that does not run; what viewers and encoders know
  /// stays, unless it is another name.
  package static func update(_ transition: Transition) -> RequestPlan { MediaLiveUpdate(transition).plan }

  /// A resource beside the channel: what makes, changes and deletes it.
  struct Part: Sendable {
    let resource: String
    let create: StepID
    let update: StepID
    let delete: StepID
    /// The kind of the update; nil where nothing that a spec says can be changed.
    let kind: String?
    /// The structure of the update's body.
    let structure: String
    /// The member that is an id which the provider gave, and what it is bound to; nil where the author chose names.
    var id: (member: String, bound: String)?
    /// What looks up how others reach it.
    var lookup: StepID?
    /// What of an update's answer says that it has taken effect.
    var wait: (pointer: String, until: [String])?

    /// In the order in which they are made.
    static let all = [
      Part(
        resource: "mediapackage-channel-group", create: Step.group, update: Step.group, delete: Step.deleteGroup, kind: nil, structure: ""),
      Part(
        resource: "mediapackage-channel", create: Step.packageChannel, update: Step.updatePackageChannel, delete: Step.deletePackageChannel, kind: "update-mediapackage-channel",
        structure: "MediaPackageUpdateChannelRequest"),
      Part(
        resource: "mediapackage-origin-endpoint", create: Step.endpoint, update: Step.updateEndpoint, delete: Step.deleteEndpoint, kind: "update-mediapackage-origin-endpoint",
        structure: "MediaPackageUpdateOriginEndpointRequest", lookup: Step.playback),
      Part(
        resource: "mediapackage-origin-endpoint", create: Step.dashEndpoint, update: Step.updateDashEndpoint, delete: Step.deleteDashEndpoint,
        kind: "update-mediapackage-origin-endpoint", structure: "MediaPackageUpdateOriginEndpointRequest", lookup: Step.dashPlayback),
      Part(
        resource: "create-input-security-group", create: Step.securityGroup, update: Step.updateSecurityGroup, delete: Step.deleteSecurityGroup, kind: "update-input-security-group",
        structure: "UpdateInputSecurityGroupRequest", id: ("InputSecurityGroupId", "input_security_group_id"), wait: ("/state", ["IDLE", "IN_USE"])),
      Part(
        resource: "create-input", create: Step.input, update: Step.updateInput, delete: Step.deleteInput, kind: "update-input", structure: "UpdateInputRequest",
        id: ("InputId", "input_id"), lookup: Step.addresses),
    ]
  }
}

/// The steps from one version to the other.
private struct MediaLiveUpdate {
  private let transition: Transition
  private typealias Step = MediaLive.Step

  init(_ transition: Transition) { self.transition = transition }

  var plan: RequestPlan {
    let channels = changes("create-channel")
    guard channels.allSatisfy({ $0.change == .changed }),
      !["create-channel", "create-input", "mediapackage-channel-group", "mediapackage-channel"].contains(where: { resource in
        changes(resource).contains { $0.change == .changed && $0.effect == .newResource }
      })
    else { return transition.anew() }

    var (before, stopped, after): ([RequestStep], [RequestStep], [RequestStep]) = ([], [], [])
    for part in MediaLive.Part.all {
      let isInput = part.resource == "create-input"
      for change in changes(part.resource) where isOf(change, part) {
        switch change.change {
        case .changed where change.effect == .newResource:
          guard let delete = transition.undoing(part.delete), let create = transition.step(part.create) else { return transition.anew() }
          before += [delete, create]
          after += [part.lookup.flatMap(transition.step)].compactMap { $0 }
        case .changed:
          guard let update = update(part, change.differences) else { continue }
          if isInput { stopped.append(update) } else { before.append(update) }
        case .added:
          // A group in which a channel was is there.
          guard part.create != Step.group || isAdded("mediapackage-channel"), let create = transition.step(part.create) else { continue }
          before.append(create)
          after += [part.lookup.flatMap(transition.step)].compactMap { $0 }
        case .removed:
          guard var delete = deletion(part, change) else { continue }
          // The same step has made another before.
          if changes(part.resource).contains(where: { $0.change == .added && isOf($0, part) }) { delete.undoes = [] }
          after.append(delete)
        case .same: continue
        }
      }
      // It refers to a group of addresses that was not there, or is no more.
      if isInput, !stopped.contains(where: { $0.id == part.update }), changes("create-input").isEmpty, changes("create-input-security-group").contains(where: { $0.change != .changed }) {
        stopped += [update(part, [])].compactMap { $0 }
      }
    }
    // What others are in goes last.
    after = after.filter { $0.method != "DELETE" } + after.filter { $0.method == "DELETE" }.reversed()
    guard !channels.isEmpty || !stopped.isEmpty || changes("create-input").contains(where: { $0.change != .changed }) else { return transition.plan(before + after) }
    guard let channel = self.channel(channels.flatMap(\.differences)), var start = transition.step(Step.start), var stop = transition.undoing(Step.stop)
    else { return transition.anew() }
    stop.undoes = []
    stop.billing = nil
    start.billing = nil
    start.remarks.append("Viewers see a break while the channel is stopped.")
    return transition.plan(before + [stop] + stopped + (channels.isEmpty && !changes("create-input").contains { $0.change == .added } ? [] : channel) + [start] + after)
  }

  // MARK: What changes

  /// Tags have operations of their own, and nothing is stopped or replaced for them.
  private func changes(_ resource: String) -> [ResourceDifference] {
    transition.all(resource).filter { $0.change != .changed || $0.differences.contains { !$0.plainPath.hasPrefix("Tags") } }
  }

  private func isAdded(_ resource: String) -> Bool { changes(resource).contains { $0.change == .added } }

  /// Endpoints have names; of all else there is one.
  private func isOf(_ change: ResourceDifference, _ part: MediaLive.Part) -> Bool {
    guard part.resource == "mediapackage-origin-endpoint" else { return true }
    let isOld = change.change == .removed
    let name = Self.name(isOld ? change.old?.body : change.new?.body)
    let steps = isOld ? transition.old.plan.steps : transition.new.plan.steps
    return steps.contains { $0.id == part.create && Self.name($0.node) == name }
  }

  private static func name(_ body: Node?) -> String? { body?["OriginEndpointName"]?.scalar?.text }

  /// What the old version made and the new one does not have. An input that a version only no longer describes may be the one
  /// that it takes; one body of several says nothing of the rest.
  private func deletion(_ part: MediaLive.Part, _ change: ResourceDifference) -> RequestStep? {
    guard !transition.old.isPartial, part.create != Step.input, part.create != Step.group || changes("mediapackage-channel").contains(where: { $0.change == .removed }) else { return nil }
    return transition.undoing(part.delete)
  }

  // MARK: Requests

  /// The update of a resource beside the channel, with what its operation takes of the body that creates it.
  private func update(_ part: MediaLive.Part, _ differences: [Difference]) -> RequestStep? {
    guard let kind = part.kind, let create = transition.step(part.create), let body = create.node, let delete = transition.new.plan.teardown.first(where: { $0.id == part.delete })
    else { return nil }
    let (entries, remarks) = taken(of: body, by: part.structure, dropping: differences)
    let id = part.id.map { [Node.Entry(key: Located($0.member, at: body.place), value: .string("{\($0.bound)}", at: body.place))] } ?? []
    return RequestStep(
      part.update, "Change \(create.title.replacing("Create ", with: "", maxReplacements: 1))", method: "PUT", url: delete.url, headers: create.headers, bodyKind: RequestKindID(rawValue: kind),
      body: BodyContent(Node(.map(id + entries), at: body.place)), fills: (part.id.map { [BodyFill("/\($0.member)", bound: $0.bound)] } ?? []) + create.request.fills,
      wait: part.wait.map { Wait(delete.url, pointer: $0.pointer, until: $0.until, failing: ["DELETED"]) }, remarks: remarks, resending: .harmless)
  }

  /// The update of the channel, behind that of its class.
  private func channel(_ differences: [Difference]) -> [RequestStep]? {
    guard let create = transition.step(Step.channel), let body = create.node else { return nil }
    let id = Node.Entry(key: Located("ChannelId", at: body.place), value: .string("{channel_id}", at: body.place))
    let wait = create.wait.map { wait in
      var wait = wait
      wait.until = ["IDLE"]
      wait.failing = ["UPDATE_FAILED"]
      return wait
    }
    func put(_ step: StepID, _ title: String, _ kind: String, below path: String, _ entries: [Node.Entry], _ fills: [BodyFill], _ remarks: [String]) -> RequestStep {
      var url = create.url
      url.template += "/{channel_id}\(path)"
      url.parameters.append(PlanParameter(bound: "channel_id"))
      return RequestStep(
        step, title, method: "PUT", url: url, headers: create.headers, bodyKind: RequestKindID(rawValue: kind), body: BodyContent(Node(.map([id] + entries), at: body.place)),
        fills: [BodyFill("/ChannelId", bound: "channel_id")] + fills, wait: wait, remarks: remarks, resending: .harmless)
    }
    var (entries, remarks) = taken(of: body, by: "UpdateChannelRequest", dropping: differences)
    if transition.all("create-channel").flatMap(\.differences).contains(where: { $0.plainPath.hasPrefix("Tags") }) {
      remarks.append("Tags are not changed here: call CreateTags and DeleteTags.")
    }
    remarks += reset(in: entries)
    let update = put(Step.update, "Change the channel", "update-channel", below: "", entries, create.request.fills, remarks)
    guard differences.contains(where: { $0.plainPath == "ChannelClass" && $0.effect.isJudged }) else { return [update] }
    entries = body.entries.filter { ["ChannelClass", "Destinations"].contains($0.key.value) }
    return [put(Step.updateClass, "Change the class of the channel", "update-channel-class", below: "/channelClass", entries, [], []), update]
  }

  /// What the channel has and the spec has not, where the request replaces what holds it.
  private func reset(in entries: [Node.Entry]) -> [String] {
    let keys = Set(entries.map(\.key.value))
    let hidden = transition.unseen.filter { $0.request == "create-channel" && $0.plainPath.contains(".") && keys.contains(String($0.plainPath.prefix { $0 != "." && $0 != "[" })) }
    guard let first = hidden.first else { return [] }
    let example = first.plainPath.split(separator: ".").last ?? ""
    return [
      "\(hidden.count) \(hidden.count == 1 ? "setting" : "settings") that the channel has and the spec has not, such as `\(example)`, \(hidden.count == 1 ? "is" : "are") not sent and get what AWS MediaLive chooses: to keep them, import the answer, and change that spec."
    ]
  }

  /// What of a body an update takes. A list that is gone is sent empty, since what is left out stays as it is.
  private func taken(of body: Node, by structure: String, dropping differences: [Difference]) -> (entries: [Node.Entry], remarks: [String]) {
    let taken = MediaLive.model.object(structure).properties
    let creatable = MediaLive.creatable
    var entries = body.entries.filter { entry in taken.contains { $0.key == entry.key.value } || !creatable.contains(entry.key.value) }
    var remarks: [String] = []
    for difference in differences where difference.new?.node == nil || difference.new?.isDefault == true {
      let key = String(difference.plainPath.prefix { $0 != "." && $0 != "[" })
      guard let property = taken.first(where: { $0.key == key }), !entries.contains(where: { $0.key.value == key }) else { continue }
      if case .list = property.schema {
        entries.append(Node.Entry(key: Located(key, at: body.place), value: Node(.list([]), at: body.place)))
      } else {
        remarks.append("`\(key)` is not changed: how to remove it is not documented.")
      }
    }
    return (entries, remarks)
  }
}
