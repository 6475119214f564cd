internal import RungSource
internal import RungSpec

extension Mux {
  /// What an answer has beside what was sent. Stream key and passphrase let everybody push who has them.
  static let filled = [
    FilledField("id"), FilledField("created_at"), FilledField("stream_key", isSecret: true), FilledField("srt_passphrase", isSecret: true),
    FilledField("active_asset_id"), FilledField("recent_asset_ids"), FilledField("status"), FilledField("playback_ids"), FilledField("active_ingest_protocol"),
    FilledField("simulcast_targets.id"), FilledField("simulcast_targets.status"), FilledField("simulcast_targets.error_severity"),
  ]

  /// Words of other services.
  static let renamed = [
    RenamedKey("name", in: MuxLiveStream.shape.name, help: "move it into `meta`, as `title`"), RenamedKey("title", in: MuxLiveStream.shape.name, help: "move it into `meta`"),
    RenamedKey("outputs", in: MuxLiveStream.shape.name, is: "simulcast_targets"),
  ]

  static let renamedTarget = [
    RenamedKey("streamKey", in: MuxSimulcastTarget.shape.name, is: "stream_key"), RenamedKey("key", in: MuxSimulcastTarget.shape.name, is: "stream_key"),
  ]

  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, report in read(bodies, &draft) }
    reader.envelopes = ["data"]
    reader.refusal = ["error"]
    reader.canonical = { body, kind, isAnswer, report in kind.name == "create" ? renewed(isAnswer ? asked(body) : body, isAnswer, &report) : body }
    reader.meaning = meaning
    return reader
  }()

  // MARK: Answers and spellings

  /// The request for what an answer tells: playback ids are policies there.
  private static func asked(_ answer: Node) -> Node {
    guard let ids = answer["playback_ids"], !answer.has("playback_policies"), !answer.has("advanced_playback_policies") else { return answer }
    // An id without its policy stays, so that it is not taken for none.
    let plain = ids.items.filter { $0["policy"]?.scalar?.text != MuxPolicy.drm.rawValue }.map { $0["policy"] ?? $0 }
    let drm = ids.items.filter { $0["policy"]?.scalar?.text == MuxPolicy.drm.rawValue }
    var entries = answer.entries
    func put(_ key: String, _ items: [Node]) {
      if !items.isEmpty { entries.append(Node.Entry(key: Located(key, at: ids.place), value: Node(.list(items), at: ids.place))) }
    }
    put("playback_policies", plain)
    put("advanced_playback_policies", drm.map { Node(.map($0.entries.filter { $0.key.value != "id" }), at: $0.place) })
    return Node(.map(entries), at: answer.place)
  }

  /// Deprecated fields under the names that replace them. What is not well-formed, or is set twice, stays as it is.
  private static func renewed(_ body: Node, _ isAnswer: Bool, _ report: inout Report) -> Node {
    guard case .map(let all) = body.content else { return body }
    let flags = ["low_latency": MuxLatencyMode.low, "reduced_latency": .reduced]
    let isClear = !body.has("latency_mode") && flags.keys.count { body[$0]?.scalar?.text == "true" } < 2
    var entries: [Node.Entry] = []
    for entry in all {
      let key = entry.key.value
      if key == "playback_policy", !body.has("playback_policies"), case .list = entry.value.content {
        if !isAnswer { deprecate(entry.key, "`playback_policies` takes the same", "rename it to `playback_policies`", Source.create("playback_policy: deprecated"), &report) }
        entries.append(Node.Entry(key: Located("playback_policies", at: entry.key.place), value: entry.value))
      } else if let mode = flags[key], isClear, case .bool(let isOn)? = entry.value.scalar?.type {
        let help: Help = isOn ? "use `latency_mode` with the value `\(mode.rawValue)` in its place" : "remove it from the request"
        if !isAnswer { deprecate(entry.key, "`latency_mode` replaces it", help, Source.create("\(key): this field is deprecated"), &report) }
        if isOn { entries.append(Node.Entry(key: Located("latency_mode", at: entry.key.place), value: .string(mode.rawValue, at: entry.value.place))) }
      } else if key == "new_asset_settings" {
        entries.append(Node.Entry(key: entry.key, value: renewed(entry.value, isAnswer, &report)))
      } else {
        entries.append(entry)
      }
    }
    return Node(.map(entries), at: body.place)
  }

  private static func deprecate(_ key: Located<String>, _ reason: Message, _ help: Help, _ source: Citation, _ report: inout Report) {
    report.flag(BodyFaults.deprecatedField, key.place, "`\(key.value)` is deprecated: \(reason)", help: help, citation: source)
  }

  /// Without what asks for nothing.
  private static func meaning(_ body: Node, _ kind: String) -> Node {
    guard case .map(let all) = body.content, kind == "create" || kind == "update" else { return body }
    return Node(
      .map(all.compactMap { entry in
        let value = entry.key.value == "new_asset_settings" ? meaning(entry.value, kind) : entry.value
        if ["audio_only", "test"].contains(entry.key.value), value.scalar?.text == "false" { return nil }
        switch value.content {
        case .list(let items) where items.isEmpty: return nil
        case .map(let entries) where entries.isEmpty: return nil
        default: return Node.Entry(key: entry.key, value: value)
        }
      }), at: body.place)
  }

  // MARK: Reading

  private static func read(_ bodies: [ParsedBody], _ draft: inout SpecDraft) {
    // An update says what changes, and nothing of the rest.
    draft.isPartial = bodies.contains { $0.kind == "update" } && !bodies.contains { $0.kind == "create" }
    for body in bodies {
      switch body.kind {
      case "create": read(body.root, &draft)
      case "update": readUpdate(body.root, &draft)
      case "embedded-subtitles", "generated-subtitles":
        draft.options.copy(body.root, "embedded_subtitles")
        draft.options.copy(body.root, "generated_subtitles")
      case "static-renditions": files(body.root, &draft)
      default: break
      }
    }
    let added = bodies.filter { $0.kind == "simulcast-target" }.map { target($0.root) }
    if let first = added.first { draft.spec.set("simulcast", Node(.list(added), at: first.place)) }
    guard !draft.spec.has("name"), let place = bodies.first?.place else { return }
    draft.spec.set("name", .string("live stream", at: place))
    draft.nameIsMadeUp = true
  }

  /// Only what an update can change.
  private static func readUpdate(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.take(root, MuxUpdate.shape, under: .spec)
    draft.options.take(root, MuxUpdate.shape, under: SpecKey("targets.mux")) { $0.text != "" }
    title(root, &draft)
    latency(root, &draft)
    guard let assets = root["new_asset_settings"], assets.isMapping else { return }
    draft.options.take(assets, MuxAssetUpdate.shape, under: SpecKey("targets.mux"))
    if let meta = assets["meta"], meta.isMapping { draft.options.take(meta, MuxAssetMeta.shape, under: SpecKey("targets.mux")) { $0.text != "" } }
  }

  private static func title(_ root: BodyPart, _ draft: inout SpecDraft) {
    if let title = root["meta"]?["title"], title.isUnread || title.text != "" { draft.spec.set("name", title.readable) }
  }

  private static func read(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.take(root, MuxLiveStream.shape, under: .spec)
    draft.options.take(root, MuxLiveStream.shape, under: SpecKey("targets.mux")) { $0.text != "" }
    draft.options.copy(root, "embedded_subtitles")
    draft.options.copy(root, "generated_subtitles")
    title(root, &draft)
    latency(root, &draft)
    if let sound = root["audio_only"], sound.isUnread || sound.bool == true {
      draft.spec.set("media", sound.isUnread ? sound.readable : .string("audio", at: sound.place), at: root.key("audio_only"))
    }
    playback(root, &draft)
    if let targets = root["simulcast_targets"] {
      let node = targets.isUnread ? targets.readable : Node(.list(targets.items.map(target)), at: targets.place)
      draft.spec.set("simulcast", node, at: root.key("simulcast_targets"))
    }
    guard let assets = root["new_asset_settings"], assets.isMapping else { return }
    draft.options.take(assets, MuxAssetSettings.shape, under: SpecKey("targets.mux"))
    if let meta = assets["meta"], meta.isMapping { draft.options.take(meta, MuxAssetMeta.shape, under: SpecKey("targets.mux")) { $0.text != "" } }
    files(assets, &draft)
  }

  private static func target(_ part: BodyPart) -> Node {
    MapDraft.object(part) { $0.take($1, MuxSimulcastTarget.shape, under: .simulcast) }
  }

  private static func latency(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard let mode = root["latency_mode"] else { return }
    if mode.text == MuxLatencyMode.low.rawValue {
      draft.spec.set("low_latency", .bool(true, at: mode.place), at: root.key("latency_mode"))
    } else {
      draft.options.set("latency_mode", mode.readable, at: root.key("latency_mode"))
    }
  }

  /// One policy; of several, a spec has the first.
  private static func playback(_ root: BodyPart, _ draft: inout SpecDraft) {
    var playback = MapDraft(at: root.place)
    if let drm = root["advanced_playback_policies"]?.items.first(where: { $0["policy"]?.text == MuxPolicy.drm.rawValue }) {
      draft.options.copy(drm, "drm_configuration_id")
      // Viewers need tokens for it, whether it is complete or not.
      if drm["drm_configuration_id"]?.text ?? "" == "", let policy = drm["policy"] {
        playback.set("policy", .string("authenticated", at: policy.place))
      }
    } else {
      let key = "playback_policies"
      let listed = root[key]?.items.first ?? root["advanced_playback_policies"]?.items.first?["policy"]
      guard let listed else {
        // One that could not be read may have been any.
        guard let unread = [root[key], root["playback_policy"], root["advanced_playback_policies"], root["advanced_playback_policies"]?.items.first].compactMap({ $0 }).first(where: \.isUnread) else { return }
        playback.set("policy", unread.readable)
        draft.spec.set("playback", playback.node)
        return
      }
      switch listed.text.flatMap(MuxPolicy.init) {
      case .public: playback.set("policy", .string("public", at: listed.place))
      case .signed: playback.set("policy", .string("authenticated", at: listed.place))
      case .drm: return
      case nil: playback.set("policy", listed.readable)
      }
    }
    if !playback.isEmpty { draft.spec.set("playback", playback.node) }
  }

  /// A single MP4 file of a size that specs have a word for.
  private static func files(_ part: BodyPart, _ draft: inout SpecDraft) {
    guard let files = part["static_renditions"], files.items.count == 1, let size = files.items[0]["resolution"],
      let resolution = size.text.flatMap(MuxStaticResolution.init(rawValue:))?.inSpec
    else { return }
    var recording = MapDraft(at: files.place)
    recording.set("formats", Node(.list([.string("mp4", at: files.place)]), at: files.place))
    recording.set("resolution", .string(resolution.rawValue, at: size.place))
    draft.spec.set("recording", recording.node, at: part.key("static_renditions"))
  }
}
