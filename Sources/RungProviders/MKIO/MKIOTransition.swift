internal import RungSource

extension MKIO {
  /// A live event can hardly be changed, an output and an asset's location not at all: they are replaced by others, in the
  /// order in which a plan deletes and creates them. What is unchanged is not touched.
  package static func update(_ transition: Transition) -> RequestPlan {
    let changes = transition.differences.flatMap(\.differences)
    if changes.contains(where: { $0.path == "{project}" }) { return transition.anew() }
    var plan = transition.plan(Work(transition).steps)
    if let name = Work(transition).spentName {
      plan.steps = plan.steps.map { $0.id.isOfOldVersion ? $0 : $0.asking(for: "event_name", name) }
      plan.teardown = plan.teardown.map { $0.asking(for: "event_name", name) }
    }
    return plan
  }

  private struct Work {
    let transition: Transition
    let needsEvent: Bool
    let needsAsset: Bool
    let needsOutput: Bool
    let needsLocator: Bool
    let needsEndpoint: Bool

    init(_ transition: Transition) {
      self.transition = transition
      func makesAnother(_ resource: String) -> Bool {
        transition.needsAnother(resource) || transition.all(resource).contains { $0.change != .changed }
      }
      needsEvent = makesAnother("live-event")
      needsAsset = makesAnother("asset")
      // An output is part of its event, and writes into one asset. It cannot be changed.
      needsOutput = needsEvent || needsAsset || transition.isChanged("live-output")
      // No document says what a second PUT does to a locator; deleting and creating it again is documented.
      needsLocator = needsAsset || transition.isChanged("streaming-locator")
      needsEndpoint = makesAnother("streaming-endpoint")
    }

    /// What to ask for another name with, where the old one would be used again.
    var spentName: String? {
      guard needsEvent, let old = name(transition.old), name(transition.new) == old else { return nil }
      return "another name for the live event: `\(old)` cannot be used again"
    }

    private func name(_ side: DiffSide) -> String? {
      side.requests.first { $0.resource == "live-event" }?.names.first { $0.name == "event_name" }?.value.value
    }

    var steps: [RequestStep] { leaving + changing + making + unused }

    // MARK: What is deleted

    private var leaving: [RequestStep] {
      var steps: [RequestStep?] = []
      if needsOutput {
        var step = transition.undoing(Step.deleteOutput)
        // Outputs can be added and deleted while the event runs.
        if !needsEvent { step?.manual = [] }
        steps.append(step)
      }
      if needsEvent { steps += [transition.undoing(Step.stop), transition.undoing(Step.deleteEvent)] }
      if needsLocator {
        var step = transition.undoing(Step.deleteLocator)
        step?.condition = nil
        steps.append(step)
      }
      if needsAsset {
        var step = transition.undoing(Step.deleteAsset)
        // Where the new one has the same name, the old one must be deleted.
        if !isRenamed("asset", "{asset_name}") { step?.condition = nil }
        steps.append(step)
      }
      return steps.compactMap { $0 }
    }

    private func isRenamed(_ resource: String, _ place: String) -> Bool {
      transition.all(resource).contains { $0.change == .removed || $0.differences.contains { $0.path == place } }
    }

    // MARK: What is changed

    private var changing: [RequestStep] {
      guard !needsEvent, let change = transition.all("live-event").first, let event = transition.step(Step.liveEvent) else { return [] }
      let pipeline = change.new?.body?["properties"]?["pipeline"]
      let place = change.new?.place ?? SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))
      func object(_ key: String, _ value: Node) -> Node {
        Node(.map([Node.Entry(key: Located(key, at: place), value: value)]), at: place)
      }
      return [
        RequestStep(
          Step.changeEvent, "Change the live event's pipeline", method: "PATCH", url: event.url, headers: event.headers,
          body: BodyContent(object("properties", object("pipeline", pipeline ?? .null(at: place)))),
          onlyIf: pipeline == nil ? "no document says that null removes a pipeline: try it" : nil,
          remarks: ["The reference calls `properties.pipeline` not currently supported, but also the only patchable part of an event; ask MK.IO."],
          resending: .harmless)
      ]
    }

    // MARK: What is created

    private var making: [RequestStep] {
      var steps: [RequestStep?] = []
      if needsEvent { steps.append(transition.step(Step.liveEvent)) }
      steps.append(asset)
      if needsOutput {
        var output = transition.step(Step.liveOutput)
        if !needsAsset {
          output?.remarks.append("It archives into the existing asset; no document says what happens to the content that the asset has.")
        }
        steps.append(output)
      }
      if needsEvent { steps += [transition.step(Step.start), transition.step(Step.ingest)] }
      if needsLocator { steps.append(transition.step(Step.streamingLocator)) }
      if needsEndpoint {
        steps += [transition.step(Step.streamingEndpoint), transition.step(Step.startEndpoint)]
      } else if transition.isChanged("streaming-endpoint") {
        steps.append(again(Step.streamingEndpoint))
      }
      if needsLocator || needsEndpoint || transition.isChanged("playback") {
        steps += [transition.step(Step.listPaths), transition.step(Step.playback)]
      }
      return steps.compactMap { $0 }
    }

    private var asset: RequestStep? {
      if needsAsset { return transition.step(Step.asset) }
      return transition.isChanged("asset") ? again(Step.asset) : nil
    }

    /// A second PUT of an existing resource. It is not documented, so it is only sent when confirmed.
    private func again(_ id: StepID) -> RequestStep? {
      guard var step = transition.step(id) else { return nil }
      step.title = "Change the \(id == Step.asset ? "asset" : "streaming endpoint")"
      step.condition = "a second PUT may be tried: no document says whether it changes an existing resource"
      step.billing = nil
      step.resending = .harmless
      return step
    }

    /// Other streams may be played through it, so it is only deleted when confirmed.
    private var unused: [RequestStep] {
      guard needsEndpoint, isRenamed("streaming-endpoint", "{endpoint_name}") else { return [] }
      return [transition.undoing(Step.stopEndpoint), transition.undoing(Step.deleteEndpoint)].compactMap { $0 }
    }
  }
}

extension RequestStep {
  /// The step with a parameter in its URLs that the user must supply.
  fileprivate func asking(for parameter: String, _ words: String) -> RequestStep {
    var step = self
    step.request.url = step.request.url.asking(for: parameter, words)
    if let url = step.wait?.request.url { step.wait?.request.url = url.asking(for: parameter, words) }
    if case .asked(var lookup) = step.resending {
      lookup.request.url = lookup.request.url.asking(for: parameter, words)
      step.resending = .asked(lookup)
    }
    return step
  }
}

extension URLTemplate {
  fileprivate func asking(for parameter: String, _ words: String) -> URLTemplate {
    var url = self
    url.parameters = parameters.map { $0.name == parameter ? PlanParameter(parameter, nil, source: words) : $0 }
    return url
  }
}
