internal import RungSource
internal import RungSpec

extension Cloudflare {
  /// What an answer has beside what was sent. The URLs of SRT and WebRTC, and the keys, let everybody push or play who has them.
  static let filled = [
    FilledField("uid"), FilledField("created"), FilledField("modified"), FilledField("keysRotatedAt"), FilledField("status"),
    FilledField("playback"), FilledField("rtmps", isSecret: true), FilledField("rtmpsPlayback", isSecret: true), FilledField("srt", isSecret: true),
    FilledField("srtPlayback", isSecret: true), FilledField("webRTC", isSecret: true), FilledField("webRTCPlayback"),
  ]

  /// Words of other services.
  static let renamed = [
    RenamedKey("name", in: CloudflareLiveInput.shape.name, help: "move it into `meta`"),
    RenamedKey("outputs", help: "remove it: each output is a request of its own"),
    RenamedKey("simulcast_targets", help: "remove it: each output is a request of its own"),
  ]

  static let renamedOutput = [
    RenamedKey("stream_key", in: CloudflareOutput.shape.name, is: "streamKey"), RenamedKey("key", in: CloudflareOutput.shape.name, is: "streamKey"),
  ]

  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, report in read(bodies, &draft) }
    reader.envelopes = ["result"]
    reader.besideEnvelope = ["success", "errors", "messages", "result_info"]
    reader.refusal = ["errors", "messages"]
    reader.meaning = meaning
    return reader
  }()

  /// A live input records nothing unless it is asked to, and an origin may be any where none is named.
  private static func meaning(_ body: Node, _ kind: String) -> Node {
    guard let recording = body["recording"], case .map(let entries) = recording.content else { return body }
    let kept = entries.filter { !($0.key.value == "mode" && $0.value.scalar?.text == "off") && !($0.key.value == "allowedOrigins" && $0.value.items.isEmpty) }
    return Node(
      .map(body.entries.compactMap { entry in
        guard entry.key.value == "recording" else { return entry }
        return kept.isEmpty ? nil : Node.Entry(key: entry.key, value: Node(.map(kept), at: recording.place))
      }), at: body.place)
  }

  private static func read(_ bodies: [ParsedBody], _ draft: inout SpecDraft) {
    let inputs = bodies.filter { $0.kind != "output" }
    for body in inputs { read(body.root, &draft) }
    let outputs = bodies.filter { $0.kind == "output" }.map { body in
      MapDraft.object(body.root) { $0.take($1, CloudflareOutput.shape, under: .simulcast) }
    }
    if let first = outputs.first { draft.spec.set("simulcast", Node(.list(outputs), at: first.place)) }
    guard !draft.spec.has("name"), let place = bodies.first?.place else { return }
    draft.spec.set("name", .string("live stream", at: place))
    draft.nameIsMadeUp = true
  }

  private static func read(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.take(root, CloudflareLiveInput.shape, under: .spec)
    draft.options.take(root, CloudflareLiveInput.shape, under: SpecKey("targets.cloudflare"))
    meta(root, &draft)
    guard let recording = root["recording"] else {
      // Nothing is recorded unless it is asked for.
      draft.options.set("record", .bool(false, at: root.place))
      return
    }
    guard recording.isMapping else {
      draft.options.set("record", recording.readable, at: root.key("recording"))
      return
    }
    draft.spec.take(recording, CloudflareRecording.shape, under: .spec)
    draft.options.take(recording, CloudflareRecording.shape, under: SpecKey("targets.cloudflare"))
    if recording["mode"] == nil { draft.options.set("record", .bool(false, at: recording.place)) }
    var playback = MapDraft(at: recording.place)
    playback.take(recording, CloudflareRecording.shape, under: SpecKey("playback"))
    // No origin means any.
    playback.set("allowed_referers", recording["allowedOrigins"].flatMap { !$0.isUnread && $0.items.isEmpty ? nil : $0.readable }, at: recording.key("allowedOrigins"))
    if !playback.isEmpty { draft.spec.set("playback", playback.node) }
  }

  /// The name, and words of one's own; what is more than a word stays in `meta`.
  private static func meta(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard let meta = root["meta"], meta.isMapping else { return }
    var labels = MapDraft(at: meta.place)
    for entry in meta.node.entries {
      guard let text = meta[entry.key.value]?.text, !text.isEmpty else { continue }
      if entry.key.value == "name" { draft.spec.copy(meta, "name") } else { labels.copy(meta, entry.key.value) }
    }
    if !labels.isEmpty { draft.spec.set("labels", labels.node, at: root.key("meta")) }
  }
}
