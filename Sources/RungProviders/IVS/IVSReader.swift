internal import RungSource
internal import RungSpec

extension IVS {
  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, _ in IVSReading(bodies).read(&draft) }
    reader.primary = "channel"
    reader.envelopes = ["channel", "recordingConfiguration", "playbackRestrictionPolicy", "channels", "recordingConfigurations", "playbackRestrictionPolicies"]
    reader.besideEnvelope = ["streamKey", "nextToken"]
    reader.refusal = ["exceptionMessage", "message", "Message", "__type"]
    reader.canonical = { body, kind, _, _ in kind.name == "channel" ? withoutFills(body) : body }
    reader.meaning = { body, kind in pruned(body, kind) }
    return reader
  }()

  /// Without what a plan fills in: `rung compile` prints `{recording_configuration_arn}` for the ARN of an earlier answer.
  private static func withoutFills(_ body: Node) -> Node {
    guard case .map(let entries) = body.content else { return body }
    let kept = entries.filter { entry in
      !(["recordingConfigurationArn", "playbackRestrictionPolicyArn"].contains(entry.key.value) && entry.value.scalar.map { $0.text.hasPrefix("{") && $0.text.hasSuffix("_arn}") } == true)
    }
    return kept.count == entries.count ? body : Node(.map(kept), at: body.place)
  }

  /// Without the defaults that the reference says Amazon IVS sets.
  private static func pruned(_ body: Node, _ kind: String) -> Node {
    guard case .map(let entries) = body.content, kind == "channel" || kind == "recording-configuration" || kind == "playback-restriction-policy" else { return body }
    let defaults = [
      "latencyMode": "LOW", "type": "STANDARD", "authorized": "false", "insecureIngest": "false", "containerFormat": "TS",
      "recordingReconnectWindowSeconds": "0", "enableStrictOriginEnforcement": "false",
    ]
    return Node(
      .map(
        entries.filter { entry in
          if let scalar = entry.value.scalar { return !scalar.text.isEmpty && defaults[entry.key.value] != scalar.text }
          return !(entry.value.entries.isEmpty && entry.value.items.isEmpty)
        }), at: body.place)
  }
}

/// The bodies of one stream → a spec.
private struct IVSReading {
  let bodies: [ParsedBody]

  init(_ bodies: [ParsedBody]) { self.bodies = bodies }

  private func first(_ kind: String) -> ParsedBody? { bodies.first { $0.kind == kind } }

  func read(_ draft: inout SpecDraft) {
    let update = first("update-channel")
    // They say what changes, and nothing of the rest.
    if first("channel") == nil, update != nil || first("update-playback-restriction-policy") != nil { draft.isPartial = true }
    name(&draft)
    if let body = first("channel") ?? update { channel(body.root, &draft) }
    if let body = first("recording-configuration") { recording(body.root, &draft) }
    if let body = first("playback-restriction-policy"), body.root.isMapping {
      draft.options.set("playback_restriction", body.root.readable)
    } else if let body = first("update-playback-restriction-policy"), body.root.isMapping {
      let known = body.root.readable.entries.filter { IVSPlaybackRestrictionPolicy.shape.keys.contains($0.key.value) }
      draft.options.set("playback_restriction", Node(.map(known), at: body.root.place))
    }
  }

  private func name(_ draft: inout SpecDraft) {
    guard let place = bodies.first?.place else { return }
    let named = (first("channel") ?? first("update-channel"))?.root["name"]
    if let named, named.text != "" {
      draft.spec.set("name", named.readable)
    } else {
      draft.spec.set("name", .string("live-stream", at: place))
      draft.nameIsMadeUp = true
      if let named { draft.options.set("channel", named.readable) }
    }
  }

  private func channel(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.copy(root, "latencyMode", as: "low_latency", .words(["true": "LOW", "false": "NORMAL"]))
    draft.options.take(root, IVSChannel.shape, under: .ivs)
    if let authorized = root["authorized"] {
      var playback = MapDraft(at: authorized.place)
      playback.copy(root, "authorized", as: "policy", .words(["authenticated": "true", "public": "false"]))
      draft.spec.set("playback", playback.node)
    }
    labels(root, &draft)
    if let container = root["containerFormat"] {
      var hls = MapDraft(at: container.place)
      hls.copy(root, "containerFormat", as: "segment_format", .words(["mpegts": "TS", "fmp4": "FRAGMENTED_MP4"]))
      var packaging = MapDraft(at: container.place)
      packaging.set("hls", hls.node)
      draft.spec.set("packaging", packaging.node)
    }
    if let multitrack = root["multitrackInputConfiguration"], multitrack["enabled"]?.bool != false {
      var made = MapDraft(at: multitrack.place)
      if multitrack.isMapping { made.take(multitrack, IVSMultitrack.shape, under: .ivs("multitrack")) }
      draft.options.set("multitrack", multitrack.isMapping ? made.node : multitrack.readable, at: root.key("multitrackInputConfiguration"))
    }
  }

  /// Those that a spec can hold: none of them empty.
  private func labels(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard let tags = root["tags"], !tags.node.entries.isEmpty || tags.isUnread else { return }
    draft.spec.object(root, "tags", as: "labels") { labels, part in
      for entry in part.node.entries where part[entry.key.value]?.text != "" { labels.copy(part, entry.key.value) }
    }
  }

  private func recording(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard root.isMapping else { return }
    if let bucket = root["destinationConfiguration"]?["s3"]?["bucketName"] {
      var destination = MapDraft(at: bucket.place)
      destination.set("url", bucket.text.map { .string("s3://\($0)", at: bucket.place) } ?? bucket.readable)
      var recording = MapDraft(at: bucket.place)
      recording.set("destinations", Node(.list([destination.node]), at: bucket.place), at: root.key("destinationConfiguration"))
      draft.spec.set("recording", recording.node)
    }
    var options = MapDraft(at: root.place)
    options.take(root, IVSRecordingConfiguration.shape, under: .ivs("recording"))
    if let renditions = root["renditionConfiguration"], renditions.isMapping {
      options.take(renditions, IVSRenditions.shape, under: .ivs("recording"))
    }
    options.copy(root, "thumbnailConfiguration", as: "thumbnails")
    if !options.isEmpty { draft.options.set("recording", options.node) }
    if !draft.spec.has("labels") { labels(root, &draft) }
  }
}
