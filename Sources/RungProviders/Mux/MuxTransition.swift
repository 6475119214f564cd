internal import RungSource
internal import RungSpec

extension Mux {
  /// One update for the fields that it has, a request for each list that has its own, and another live stream for the rest.
  package static func update(_ transition: Transition) -> RequestPlan {
    guard !transition.needsAnother("live-stream"), let change = transition.all("live-stream").first, change.change == .changed, let place = change.new?.place
    else { return transition.anew() }
    let work = Work(change: change, place: place)
    return transition.plan([work.update()].compactMap { $0 } + work.lists() + work.targets())
  }

  private struct Work {
    let change: ResourceDifference
    let place: SourcePlace

    private var old: Node? { change.old?.body }
    private var new: Node? { change.new?.body }

    private func differs(_ key: String) -> Bool {
      change.differences.contains { $0.plainPath == key || $0.plainPath.hasPrefix(key + ".") || $0.plainPath.hasPrefix(key + "[") || $0.plainPath.hasPrefix(key + "{") }
    }

    private func entry(_ key: String, _ node: Node) -> Node.Entry { Node.Entry(key: Located(key, at: node.place), value: node) }

    // MARK: Fields

    /// What differs, with its default where the new version does not have it.
    func update() -> RequestStep? {
      var entries: [Node.Entry] = []
      var remarks: [String] = []
      for key in MuxUpdate.shape.keys where key != "new_asset_settings" && differs(key) {
        if let value = new?[key] ?? usual(key) { entries.append(entry(key, value)) }
      }
      var assets: [Node.Entry] = []
      for key in MuxAssetUpdate.shape.keys where differs("new_asset_settings.\(key)") {
        let value = new?["new_asset_settings"]?[key]
        switch key {
        case "meta":
          let texts = ["title", "creator_id", "external_id"].filter { value?.has($0) == true || old?["new_asset_settings"]?[key]?.has($0) == true }
          assets.append(entry(key, Node(.map(texts.map { entry($0, value?[$0] ?? .string("", at: place)) }), at: place)))
        default:
          if let value = value ?? (key == "video_quality" ? nil : .string("none", at: place)) {
            assets.append(entry(key, value))
          } else {
            remarks.append("`video_quality` is not changed: no update returns it to the account's default.")
          }
        }
      }
      if !assets.isEmpty { entries.append(entry("new_asset_settings", Node(.map(assets), at: place))) }
      guard !entries.isEmpty else { return nil }
      return RequestStep(
        Step.update, "Change the live stream", method: "PATCH", url: Mux.url(""), headers: Mux.sending, bodyKind: "update",
        body: BodyContent(Node(.map(entries), at: place)), remarks: remarks, resending: .harmless)
    }

    /// The default of a field that is gone.
    private func usual(_ key: String) -> Node? {
      switch key {
      case "latency_mode": .string("standard", at: place)
      case "reconnect_window": .integer(["low", "reduced"].contains(new?["latency_mode"]?.scalar?.text) ? 0 : 60, at: place)
      case "use_slate_for_standard_latency": .bool(false, at: place)
      case "max_continuous_duration": .integer(continuousSeconds.value?.upperBound ?? 43200, at: place)
      case "passthrough", "reconnect_slate_url": .string("", at: place)
      case "meta": Node(.map([entry("title", .string("", at: place))]), at: place)
      default: nil
      }
    }

    // MARK: Lists

    /// The lists that are replaced as a whole.
    func lists() -> [RequestStep] {
      var steps: [RequestStep] = []
      for (key, id, title) in [("embedded_subtitles", Step.embedded, "Change the closed captions"), ("generated_subtitles", Step.generated, "Change the generated subtitles")]
      where differs(key) {
        let list = new?[key] ?? Node(.list([]), at: place)
        steps.append(
          RequestStep(
            id, title, method: "PUT", url: Mux.url("/\(id.rawValue)"), headers: Mux.sending, bodyKind: RequestKindID(rawValue: id.rawValue),
            body: BodyContent(Node(.map([entry(key, list)]), at: place)), resending: .harmless))
      }
      guard differs("new_asset_settings.static_renditions") else { return steps }
      let url = Mux.url("/new-asset-settings/static-renditions")
      if let list = new?["new_asset_settings"]?["static_renditions"], !list.items.isEmpty {
        steps.append(
          RequestStep(
            Step.files, "Change the MP4 files of further recordings", method: "PUT", url: url, headers: Mux.sending, bodyKind: "static-renditions",
            body: BodyContent(Node(.map([entry("static_renditions", list)]), at: place)), resending: .harmless))
      } else {
        steps.append(RequestStep(Step.deleteFiles, "Make no MP4 files of further recordings", method: "DELETE", url: url, headers: Mux.asking, tolerated: [ToleratedStatus(404, "there are none already")]))
      }
      return steps
    }

    // MARK: Simulcast targets

    func targets() -> [RequestStep] {
      guard differs("simulcast_targets") else { return [] }
      let (before, after) = (old?["simulcast_targets"]?.items ?? [], new?["simulcast_targets"]?.items ?? [])
      let gone = before.filter { one in !after.contains { Self.isSame($0, one) } }
      let wanted = after.filter { one in !before.contains { Self.isSame($0, one) } }
      var steps: [RequestStep] = []
      if !gone.isEmpty {
        let reads = gone.enumerated().map { index, one in
          PlanBinding("target_id_\(index + 1)", "/id", "the simulcast target to delete", in: .init(of: "/data/simulcast_targets", where: "url", is: one["url"]?.scalar?.text ?? ""))
        }
        steps.append(RequestStep(Step.read, "Read the ids of the simulcast targets", method: "GET", url: Mux.url(""), headers: Mux.asking, reads: reads, manual: [Self.stop]))
        steps += gone.enumerated().map { index, one in
          let name = "target_id_\(index + 1)"
          return RequestStep(
            Step.deleteTarget.numbered(index, of: gone.count), "Stop sending on to \(host(one))", method: "DELETE",
            url: Mux.url("/simulcast-targets/{\(name)}", [PlanParameter(bound: name)]), headers: Mux.asking,
            tolerated: [ToleratedStatus(404, "the target is already deleted")])
        }
      }
      return steps
        + wanted.enumerated().map { index, one in
          RequestStep(
            Step.target.numbered(index, of: wanted.count), "Send the stream on to \(host(one))", method: "POST", url: Mux.url("/simulcast-targets"), headers: Mux.sending,
            bodyKind: "simulcast-target", body: BodyContent(one), manual: gone.isEmpty && index == 0 ? [Self.stop] : [],
            resending: .asked(Lookup(Mux.url(""), .added(.init(to: "/data/simulcast_targets", matching: [("/url", "/url")])))))
        }
    }

    private static let stop = ManualTask(.before, "Stop the encoder and wait until the live stream is idle: Mux changes simulcast targets only then.")

    private static func isSame(_ one: Node, _ other: Node) -> Bool {
      MuxSimulcastTarget.shape.keys.allSatisfy { one[$0]?.scalar?.text == other[$0]?.scalar?.text }
    }

    private func host(_ target: Node) -> String {
      let rest = target["url"]?.scalar?.text.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
      return rest.map(String.init) ?? "a service"
    }
  }
}
