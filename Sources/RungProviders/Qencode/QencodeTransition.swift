internal import RungSource

extension Qencode {
  package static func update(_ transition: Transition) -> RequestPlan {
    guard !transition.needsAnother("stream"), transition.all("stream").allSatisfy({ $0.change == .changed }),
      let token = transition.step(Step.token), let start = transition.step(Step.start)
    else { return anew(transition) }
    let work = Work(transition, start)
    // Qencode's connector rejects playback ids while the stream runs, because they would end the broadcast.
    let stops = transition.isChanged("playback-id")
    var steps = transition.all("domain").compactMap { $0.change == .removed ? nil : transition.step(Step.domain) }
    if let read = work.read() { steps.append(read) }
    if stops, var stop = transition.undoing(Step.stop) {
      stop.id = Step.stopToChange
      stop.title = "Stop the stream before its playback ids are changed"
      steps.append(stop)
    }
    if let update = work.update() { steps.append(update) }
    steps += work.playbackIDs() + work.simulcastTargets()
    if stops { steps += [Step.start, Step.ingest].compactMap { transition.step($0) } }
    return transition.plan(steps.isEmpty ? [] : [token] + steps)
  }

  /// One token serves both directions.
  private static func anew(_ transition: Transition) -> RequestPlan {
    var plan = transition.anew()
    guard let first = plan.steps.firstIndex(where: { $0.id == Step.tokenToStop.ofOldVersion }) else { return plan }
    plan.steps.removeAll { $0.id == Step.token }
    if let token = transition.step(Step.token) { plan.steps[first] = token }
    return plan
  }

  private struct Work {
    let transition: Transition
    let start: RequestStep

    init(_ transition: Transition, _ start: RequestStep) { (self.transition, self.start) = (transition, start) }

    // MARK: The stream

    /// What differs, with its default where the new version does not set it. `dvr` is sent whole: that is correct whether Qencode
    /// merges it or replaces it, which is not documented.
    func update() -> RequestStep? {
      guard let change = transition.all("stream").first, let place = change.new?.place else { return nil }
      var entries: [Node.Entry] = []
      var remarks: [String] = []
      func put(_ key: String, _ node: Node) { entries.append(Node.Entry(key: Located(key, at: node.place), value: node)) }
      for difference in change.differences {
        let key = String(difference.plainPath.prefix { $0 != "." })
        guard !key.isEmpty, !key.hasPrefix("{"), !entries.contains(where: { $0.key.value == key }) else { continue }
        if key == "dvr" {
          put(key, dvr(change, place))
        } else if let value = change.new?.body?[key] ?? difference.new?.node {
          put(key, value)
        } else if key == "callback_url" {
          put(key, .string("", at: place))
        } else {
          remarks.append("`\(key)` is not changed: how to remove it is not documented.")
        }
      }
      if transition.isChanged("playback-id") == false, entries.contains(where: { $0.key.value == "dvr" }) {
        remarks.append("A running recording may continue with its old settings: by the reference only `dvr.enabled` can be changed while streaming.")
      }
      guard !entries.isEmpty else { return nil }
      return RequestStep(
        Step.update, "Change the stream", method: "PUT", url: url(""), headers: sending, bodyKind: "update",
        body: BodyContent(Node(.map(entries), at: place)), remarks: remarks)
    }

    private func dvr(_ change: ResourceDifference, _ place: SourcePlace) -> Node {
      guard let wanted = change.new?.body?["dvr"] else {
        let key = Located("enabled", at: place)
        return Node(.map([Node.Entry(key: key, value: .integer(0, at: place))]), at: place)
      }
      var entries = wanted.entries
      for difference in change.differences where difference.plainPath.hasPrefix("dvr.") {
        let keys = difference.plainPath.split(separator: ".").map(String.init)
        guard keys.count == 2, let value = difference.new, value.isDefault, !entries.contains(where: { $0.key.value == keys[1] }) else { continue }
        entries.append(Node.Entry(key: Located(keys[1], at: place), value: value.node))
      }
      return Node(.map(entries), at: wanted.place)
    }

    // MARK: Playback ids and simulcast targets

    /// Each policy once: no answer shows which of several ids is meant.
    private var goneIDs: [String] {
      var policies: [String] = []
      for change in transition.all("playback-id") where change.change == .removed {
        if let policy = change.label, !policies.contains(policy) { policies.append(policy) }
      }
      return policies
    }

    /// Removed targets, and those with another key.
    private var goneTargets: [ResourceDifference] { transition.all("simulcast-target").filter { $0.change != .added } }

    /// A deletion needs an id, which only the answer about the stream has.
    func read() -> RequestStep? {
      var reads = goneIDs.map { policy in
        PlanBinding(
          "\(policy)_playback_id", "/id", "the \(policy) playback id", in: .init(of: "/stream/playback_ids", where: "policy", is: policy))
      }
      for (index, target) in goneTargets.enumerated() {
        reads.append(
          PlanBinding(
            "simulcast_target_id_\(index + 1)", "/id", "the simulcast target to delete",
            in: .init(of: "/stream/simulcast_targets", where: "url", is: target.label ?? "")))
      }
      guard !reads.isEmpty else { return nil }
      return RequestStep(Step.read, "Read the ids of what is deleted", method: "GET", url: url(""), headers: asking, reads: reads)
    }

    func playbackIDs() -> [RequestStep] {
      let wanted = transition.all("playback-id").filter { $0.change == .added }
      let added = wanted.enumerated().map { index, change in
        RequestStep(
          Step.playbackID.numbered(index, of: wanted.count), "Add \(change.label == "authenticated" ? "an authenticated" : "a public") playback id",
          method: "POST", url: url("/playback-ids"), headers: sending, bodyKind: "playback-id",
          body: (change.new?.body).map { BodyContent($0) },
          manual: transition.step(Step.playbackID)?.manual.filter { $0.moment == .after && change.label == "authenticated" } ?? [],
          resending: .asked(Lookup(url(""), Qencode.playbackIDAdded)))
      }
      return added
        + goneIDs.map { policy in
          let name = "\(policy)_playback_id"
          return RequestStep(
            StepID(rawValue: "delete-\(policy)-id"), "Delete the \(policy) playback id", method: "DELETE",
            url: url("/playback-ids/{\(name)}", [PlanParameter(bound: name)]), headers: asking,
            tolerated: [ToleratedStatus(404, "the playback id is already deleted")],
            irreversible: ["The \(policy) playback URL is deleted permanently."])
        }
    }

    func simulcastTargets() -> [RequestStep] {
      let gone = goneTargets.enumerated().map { index, change in
        let name = "simulcast_target_id_\(index + 1)"
        return RequestStep(
          Step.deleteSimulcast.numbered(index, of: goneTargets.count), "Stop restreaming to \(host(change))",
          method: "DELETE", url: url("/simulcast-targets/{\(name)}", [PlanParameter(bound: name)]), headers: asking,
          tolerated: [ToleratedStatus(404, "the target is already deleted")])
      }
      let wanted = transition.all("simulcast-target").filter { $0.change != .removed }
      return gone
        + wanted.enumerated().map { index, change in
          RequestStep(
            Step.simulcast.numbered(index, of: wanted.count), "Restream to \(host(change))", method: "POST",
            url: url("/simulcast-targets"), headers: sending, bodyKind: "simulcast-target", body: (change.new?.body).map { BodyContent($0) },
            remarks: index == 0 ? ["The answer contains every stream key: keep it out of logs."] : [],
            resending: .asked(Lookup(url(""), Qencode.simulcastTargetAdded)))
        }
    }

    private func host(_ change: ResourceDifference) -> String {
      let rest = change.label?.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
      return rest.map(String.init) ?? "a service"
    }

    // MARK: Parts

    /// The URL of the stream in the new version.
    private func url(_ path: String, _ parameters: [PlanParameter] = []) -> URLTemplate {
      var url = start.url
      if url.template.hasSuffix("/start") { url.template.removeLast("/start".count) }
      return URLTemplate(url.template + path, url.parameters + parameters)
    }

    private var asking: [RequestHeader] { start.headers }
    private var sending: [RequestHeader] { start.headers + [RequestHeader("Content-Type", "application/json")] }
  }
}
