internal import RungSource
internal import RungSpec

extension Qencode {
  /// What a stream object has beside what was asked for. Nobody documents a way to set the frame rate.
  static let filled = [
    FilledField("id"), FilledField("stream_key", isSecret: true), FilledField("status"), FilledField("created_at"), FilledField("quality"),
    // Those of WebRTC and SRT let everybody in who has them.
    FilledField("server_urls", isSecret: true), FilledField("playback_ids"), FilledField("simulcast_targets"), FilledField("origin_host"),
    FilledField("origin_url"), FilledField("params"), FilledField("framerate"), FilledField("mode"),
  ]

  /// Words of Qencode's transcoding API, and of other services.
  static let renamed = [
    RenamedKey("recording", help: "write `dvr` in the update request"), RenamedKey("record", help: "write `dvr` in the update request"),
    RenamedKey("webhook_url", help: "write `callback_url` in the update request"),
    RenamedKey("acl", in: QencodeDestination.shape.name, is: "permissions"), RenamedKey("access_key", in: QencodeDestination.shape.name, is: "key"),
    RenamedKey("secret_key", in: QencodeDestination.shape.name, is: "secret"), RenamedKey("path", in: QencodeDestination.shape.name, is: "url"),
    RenamedKey("profiles", help: "remove it: Qencode makes the ladder itself, and no request changes it"),
    RenamedKey("renditions", help: "remove it: Qencode makes the ladder itself, and no request changes it"),
    RenamedKey("allowed_referers", help: "remove it: no document names the field; set it in Qencode's dashboard"),
  ]

  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, report in QencodeReading(bodies).read(&draft) }
    reader.envelopes = ["stream", "streams"]
    reader.besideEnvelope = ["error"]
    reader.refusal = ["error", "message", "detail"]
    reader.parts = QencodeAnswer.parts
    reader.answered = [
      AnsweredPart("", of: ["create", "update"]), AnsweredPart("params", of: ["create", "update"], beside: ["framerate", "mode"]),
      AnsweredPart("playback_ids", of: ["playback-id"], beside: ["id", "created", "playback_url"]),
      AnsweredPart("simulcast_targets", of: ["simulcast-target"], beside: ["id"]),
    ]
    reader.meaning = QencodeMeaning.of
    return reader
  }()
}

/// The bodies of one stream → a spec.
private struct QencodeReading {
  let bodies: [ParsedBody]

  init(_ bodies: [ParsedBody]) { self.bodies = bodies }

  private func all(_ kind: String) -> [ParsedBody] { bodies.filter { $0.kind == kind } }

  func read(_ draft: inout SpecDraft) {
    let create = all("create").first
    let update = all("update").first
    // The two may differ: the spec has what the stream ends up with, and each keeps its own.
    if let create { settings(create.root, &draft) { update?.root[$0] == nil } }
    if let update { settings(update.root, &draft) { _ in true } }
    if let domain = create?.root["playback_domain"] { playback(domain, at: create?.root.key("playback_domain"), &draft) }
    if let update {
      // An empty value removes it.
      if update.root["callback_url"]?.text != "" { draft.spec.copy(update.root, "callback_url", as: "webhook") }
      recording(update.root, &draft)
    }
    if let domain = all("domain").first?.root, let name = domain["name"] {
      if create?.root["playback_domain"] == nil { playback(name, at: domain.key("name"), &draft) }
      draft.options.set("create_domain", .bool(true, at: domain.place))
    }
    playbackIDs(&draft)
    simulcast(&draft)
    guard create == nil, let place = bodies.first?.place else { return name(&draft) }
    // Everything but the first request is about a stream that is there.
    draft.options.set("stream_id", .string("${env:QENCODE_STREAM_ID}", at: place))
    name(&draft)
  }

  private func name(_ draft: inout SpecDraft) {
    let isEmpty = bodies.contains { $0.said["name"]?.isEmptyText == true }
    guard isEmpty || !draft.spec.has("name"), let place = bodies.first?.place else { return }
    draft.spec.set("name", .string("live stream", at: place))
    draft.nameIsMadeUp = true
  }

  /// What both creating and updating take.
  private func settings(_ root: BodyPart, _ draft: inout SpecDraft, _ isAsked: (String) -> Bool) {
    if isAsked("name") { draft.spec.copy(root, "name") }
    if isAsked("input_format"), let format = root["input_format"] {
      let word = format.text.map { Node.string($0 == "webrtc" ? "whip" : $0, at: format.place) } ?? format.readable
      var ingest = MapDraft(at: format.place)
      ingest.set("protocols", Node(.list([word]), at: format.place), at: root.key("input_format"))
      draft.spec.set("ingest", ingest.node)
    }
    if isAsked("output_format"), let format = root["output_format"] {
      if format.text == "hls" {
        var packaging = MapDraft(at: format.place)
        packaging.set("hls", Node(.map([]), at: format.place), at: root.key("output_format"))
        draft.spec.set("packaging", packaging.node)
      } else {
        draft.options.copy(root, "output_format")
      }
    }
    if isAsked("stream_timeout") { draft.spec.copy(root, "stream_timeout", as: "idle_timeout", .seconds) }
  }

  private func playback(_ domain: BodyPart, at key: SourcePlace?, _ draft: inout SpecDraft) {
    var playback = MapDraft(at: domain.place)
    playback.set("domain", domain.readable, at: key)
    draft.spec.set("playback", playback.node)
  }

  // MARK: Recording

  private func recording(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard let dvr = root["dvr"] else { return }
    guard dvr.isMapping else {
      draft.spec.copy(root, "dvr", as: "recording")
      return
    }
    var recording = MapDraft(at: dvr.place)
    if let destination = dvr["destination"] {
      let list = destination.node.scalar == nil && !destination.isMapping ? destination.items : [destination]
      let nodes = list.map { part in
        MapDraft.object(part) { $0.take($1, QencodeDestination.shape, under: .recordingDestinations) }
      }
      recording.set("destinations", Node(.list(nodes), at: destination.place), at: dvr.key("destination"))
    }
    recording.take(dvr, QencodeDVR.shape, under: .recording)
    if let format = dvr["format"] {
      let node = format.node.scalar == nil ? format.readable : Node(.list([format.readable]), at: format.place)
      recording.set("formats", node, at: dvr.key("format"))
    }
    if !recording.isEmpty { draft.spec.set("recording", recording.node, at: root.key("dvr")) }
    if let enabled = dvr["enabled"] {
      let isOn = enabled.bool ?? enabled.integer.map { $0 == 1 }
      // With a destination, recording is on unless `dvr` turns it off.
      guard isOn != true || dvr["destination"] == nil else { return }
      draft.options.set("dvr_enabled", isOn.map { .bool($0, at: enabled.place) } ?? enabled.readable, at: dvr.key("enabled"))
    }
  }

  // MARK: Around the stream

  /// A new stream has a public id already; these are added to it.
  private func playbackIDs(_ draft: inout SpecDraft) {
    let policies = all("playback-id").compactMap { $0.root["policy"] }
    guard let first = policies.first else { return }
    let all = [Node.string("public", at: first.place)] + policies.map(\.readable)
    draft.options.set("playback_ids", Node(.list(all), at: first.place))
  }

  private func simulcast(_ draft: inout SpecDraft) {
    let targets = all("simulcast-target").map { body in
      MapDraft.object(body.root) { $0.take($1, QencodeSimulcastTarget.shape, under: .simulcast) }
    }
    guard let first = targets.first else { return }
    draft.spec.set("simulcast", Node(.list(targets), at: first.place))
  }
}

/// A stream as answers have it → the requests that would make it.
enum QencodeAnswer {
  /// Nil for what is no stream of an answer's.
  static func parts(of node: Node) -> [(node: Node, kind: String)]? {
    guard node["id"] != nil, let params = node["params"], case .map = params.content else { return nil }
    func map(_ pairs: [(String, Node?)]) -> Node {
      let entries = pairs.compactMap { pair in
        pair.1.flatMap { $0.isNull ? nil : Node.Entry(key: Located(pair.0, at: key(pair.0, in: [params, node]) ?? $0.place), value: $0) }
      }
      return Node(.map(entries), at: node.place)
    }
    let either = { (key: String) in node[key] ?? params[key] }
    let timeout = either("stream_timeout").flatMap { $0.scalar?.text == "120" ? nil : $0 }
    var parts = [
      (
        node: map([
          ("name", node["name"]), ("input_format", params["input_format"]), ("output_format", params["output_format"]),
          ("stream_timeout", timeout), ("playback_domain", either("playback_domain")),
          // Filled in: what can be told of a stream that is there, and by no request.
          ("id", node["id"]), ("playback_ids", node["playback_ids"]),
        ]), kind: "create"
      )
    ]
    let dvr = params["dvr"].flatMap { self.dvr($0) }
    let update = map([("callback_url", either("callback_url").flatMap { $0.scalar?.text.isEmpty == true ? nil : $0 }), ("dvr", dvr)])
    if !update.entries.isEmpty { parts.append((update, "update")) }
    // Every stream is born with a public id.
    var ids = node["playback_ids"]?.items ?? []
    if let born = ids.firstIndex(where: { $0["policy"]?.scalar?.text == "public" }) { ids.remove(at: born) }
    for id in ids { parts.append((only(["policy"], of: id), "playback-id")) }
    for target in node["simulcast_targets"]?.items ?? [] { parts.append((only(["url", "stream_key"], of: target), "simulcast-target")) }
    return parts
  }

  /// What differs from the recording that every stream has: none.
  private static func dvr(_ node: Node) -> Node? {
    guard case .map(let entries) = node.content else { return node }
    let usual = ["max_file_duration": "14400", "stream_source": "auto", "format": "mp4", "resolution": "highest"]
    let isOff = ["false", "0"].contains(node["enabled"]?.scalar?.text ?? "false")
    let kept = entries.filter { entry in
      !entry.value.isNull && usual[entry.key.value].map { $0 != entry.value.scalar?.text } ?? true
        && !(entry.key.value == "enabled" && isOff && node["destination"].map(\.isNull) ?? true)
    }
    return kept.isEmpty ? nil : Node(.map(kept), at: node.place)
  }

  private static func only(_ keys: [String], of node: Node) -> Node {
    Node(.map(node.entries.filter { keys.contains($0.key.value) && !$0.value.isNull }), at: node.place)
  }

  private static func key(_ key: String, in nodes: [Node]) -> SourcePlace? {
    nodes.lazy.compactMap { node in node.entries.first { $0.key.value == key }?.key.place }.first
  }
}

/// A body as Qencode understands it: one storage or format is a list of one, and a switch is 1 or 0.
enum QencodeMeaning {
  static func of(_ body: Node, _ kind: String) -> Node {
    guard let dvr = body["dvr"], case .map(let entries) = dvr.content else { return body }
    let plain = entries.map { entry in
      switch entry.key.value {
      case "enabled":
        let word = ["true": 1, "1": 1, "false": 0, "0": 0][entry.value.scalar?.text ?? ""]
        return Node.Entry(key: entry.key, value: word.map { .integer($0, at: entry.value.place) } ?? entry.value)
      case "destination", "format":
        let single = entry.value.items.count == 1 ? entry.value.items[0] : entry.value
        return Node.Entry(key: entry.key, value: single)
      default: return entry
      }
    }
    return Node(
      .map(body.entries.map { $0.key.value == "dvr" ? Node.Entry(key: $0.key, value: Node(.map(plain), at: dvr.place)) : $0 }), at: body.place)
  }
}
