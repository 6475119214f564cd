internal import RungSource

extension MKIO {
  /// A live event can hardly be changed, an output not at all, an asset's place neither: they make room for others, in the
  /// order in which a plan takes them down and makes them. What stays is not touched.
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
      // An output is a part of its event, and writes into one asset. It knows no change of its own.
      needsOutput = needsEvent || needsAsset || transition.isChanged("live-output")
      // No document says what a second PUT does to a locator; to delete it and make it again is documented.
      needsLocator = needsAsset || transition.isChanged("streaming-locator")
      needsEndpoint = makesAnother("streaming-endpoint")
    }

    /// The words to ask for another name with, when the old one would be taken again.
    var spentName: String? {
      guard needsEvent, let old = name(transition.old), name(transition.new) == old else { return nil }
      return "another name for the live event: `\(old)` cannot be used again"
    }

    private func name(_ side: DiffSide) -> String? {
      side.requests.first { $0.resource == "live-event" }?.names.first { $0.name == "event_name" }?.value.value
    }

    var steps: [RequestStep] { leaving + changing + making + unused }

    // MARK: What goes

    private var leaving: [RequestStep] {
      var steps: [RequestStep?] = []
      if needsOutput {
        var step = transition.undoing(Step.deleteOutput)
        // Outputs come and go while the event runs.
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
        // Where the new one takes its name, the old one has to go.
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
          onlyIf: pipeline == nil ? "no document says that null takes a pipeline away: try it" : nil,
          remarks: ["The reference calls `properties.pipeline` not currently supported, and the one part of an event that can be patched; ask MK.IO."])
      ]
    }

    // MARK: What comes

    private var making: [RequestStep] {
      var steps: [RequestStep?] = []
      if needsEvent { steps.append(transition.step(Step.liveEvent)) }
      steps.append(asset)
      if needsOutput {
        var output = transition.step(Step.liveOutput)
        if !needsAsset {
          output?.remarks.append("It archives into the asset that is there; no document says what becomes of what stands in it.")
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

    /// A second PUT of what is there. Nobody says that it is taken, so that nobody sends it unasked.
    private func again(_ id: StepID) -> RequestStep? {
      guard var step = transition.step(id) else { return nil }
      step.title = "Change the \(id == Step.asset ? "asset" : "streaming endpoint")"
      step.condition = "a second PUT is to be tried: no document says whether it changes what is there"
      step.billing = nil
      return step
    }

    /// Others may be played through it, so that it goes only when somebody says so.
    private var unused: [RequestStep] {
      guard needsEndpoint, isRenamed("streaming-endpoint", "{endpoint_name}") else { return [] }
      return [transition.undoing(Step.stopEndpoint), transition.undoing(Step.deleteEndpoint)].compactMap { $0 }
    }
  }
}

extension RequestStep {
  /// The step with a place in its URLs that somebody has to fill.
  fileprivate func asking(for parameter: String, _ words: String) -> RequestStep {
    var step = self
    step.request.url = step.request.url.asking(for: parameter, words)
    if let url = step.wait?.request.url { step.wait?.request.url = url.asking(for: parameter, words) }
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
