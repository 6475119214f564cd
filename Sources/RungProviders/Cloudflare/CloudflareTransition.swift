internal import RungSource

extension Cloudflare {
  /// One update for what differs of the live input; an output with another key or URL is deleted and added.
  package static func update(_ transition: Transition) -> RequestPlan {
    guard !transition.needsAnother("live-input"), transition.all("live-input").allSatisfy({ $0.change == .changed }),
      let create = transition.step(Step.create) else { return transition.anew() }
    let work = Work(transition: transition, create: create)
    var steps: [RequestStep] = []
    if let update = work.update() { steps.append(update) }
    return transition.plan(steps + work.outputs())
  }

  private struct Work {
    let transition: Transition
    let create: RequestStep

    /// The new version as a whole, with the default of each field that it no longer has: right whether an update replaces what is
    /// stored or leaves what it does not name, which is not documented.
    func update() -> RequestStep? {
      guard let change = transition.all("live-input").first, !change.differences.isEmpty, let place = change.new?.place else { return nil }
      func entry(_ key: String, _ node: Node) -> Node.Entry { Node.Entry(key: Located(key, at: node.place), value: node) }
      var entries = change.new?.body?.entries ?? []
      for old in change.old?.body?.entries ?? [] {
        let key = old.key.value
        let value: Node
        switch key {
        case "recording": value = recording(change, place)
        case "meta": value = meta(change, place)
        default:
          guard !entries.contains(where: { $0.key.value == key }) else { continue }
          value = Self.usual[key].map { $0(place) } ?? .null(at: place)
        }
        if let index = entries.firstIndex(where: { $0.key.value == key }) { entries[index].value = value } else { entries.append(entry(key, value)) }
      }
      return RequestStep(
        Step.update, "Change the live input", method: "PUT", url: url("/{live_input_id}"), headers: create.headers, bodyKind: "update",
        body: BodyContent(Node(.map(entries), at: place)))
    }

    /// The defaults of fields whose removal has to be said.
    private static let usual: [String: @Sendable (SourcePlace) -> Node] = [
      "enabled": { .bool(true, at: $0) }, "preferLowLatency": { .bool(false, at: $0) }, "mode": { .string("off", at: $0) },
      "requireSignedURLs": { .bool(false, at: $0) }, "allowedOrigins": { Node(.list([]), at: $0) }, "hideLiveViewerCount": { .bool(false, at: $0) },
      "timeoutSeconds": { .integer(0, at: $0) }, "defaultCreator": { .string("", at: $0) },
    ]

    private func recording(_ change: ResourceDifference, _ place: SourcePlace) -> Node {
      let wanted = change.new?.body?["recording"]
      var entries = wanted?.entries ?? []
      for entry in change.old?.body?["recording"]?.entries ?? [] where !entries.contains(where: { $0.key.value == entry.key.value }) {
        guard let usual = Self.usual[entry.key.value] else { continue }
        entries.append(Node.Entry(key: Located(entry.key.value, at: place), value: usual(place)))
      }
      return Node(.map(entries), at: wanted?.place ?? place)
    }

    /// A key that is gone is null, which is right whether objects are merged or replaced.
    private func meta(_ change: ResourceDifference, _ place: SourcePlace) -> Node {
      let wanted = change.new?.body?["meta"]
      var entries = wanted?.entries ?? []
      for entry in change.old?.body?["meta"]?.entries ?? [] where !entries.contains(where: { $0.key.value == entry.key.value }) {
        entries.append(Node.Entry(key: Located(entry.key.value, at: place), value: .null(at: place)))
      }
      return Node(.map(entries), at: wanted?.place ?? place)
    }

    // MARK: Outputs

    func outputs() -> [RequestStep] {
      let changed = transition.all("output")
      let gone = changed.filter { $0.change != .added }
      var steps: [RequestStep] = []
      if !gone.isEmpty {
        let reads = gone.enumerated().map { index, output in
          PlanBinding("output_id_\(index + 1)", "/uid", "the output to delete", in: .init(of: "/result", where: "url", is: output.label ?? ""))
        }
        steps.append(RequestStep(Step.read, "Read the ids of the outputs", method: "GET", url: url("/{live_input_id}/outputs"), headers: asking, reads: reads))
        steps += gone.enumerated().map { index, output in
          RequestStep(
            Step.deleteOutput.numbered(index, of: gone.count), "Stop restreaming to \(host(output))", method: "DELETE",
            url: url("/{live_input_id}/outputs/{output_id_\(index + 1)}", [PlanParameter(bound: "output_id_\(index + 1)")]), headers: asking,
            tolerated: [ToleratedStatus(404, "the output is already deleted")], remarks: ["A running output is disconnected within 30 seconds."])
        }
      }
      let wanted = changed.filter { $0.change != .removed }
      return steps
        + wanted.enumerated().map { index, output in
          Cloudflare.outputStep(
            Step.output.numbered(index, of: wanted.count), host(output), url("/{live_input_id}/outputs"), create.headers, (output.new?.body).map { BodyContent($0) })
        }
    }

    private func host(_ change: ResourceDifference) -> String {
      let rest = change.label?.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
      return rest.map(String.init) ?? "a service"
    }

    private var asking: [RequestHeader] { create.headers.filter { $0.name != "Content-Type" } }

    private func url(_ path: String, _ parameters: [PlanParameter] = []) -> URLTemplate {
      URLTemplate(create.url.template + path, create.url.parameters + [PlanParameter(bound: "live_input_id")] + parameters)
    }
  }
}
