internal import RungSource
internal import RungSpec

extension MKIO {
  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, report in MKIOReading(bodies).read(&draft, &report) }
    reader.primary = "live-event"
    reader.envelopes = ["value"]
    reader.besideEnvelope = ["@odata.nextLink", "@odata.count", "supplemental"]
    reader.refusal = ["error", "status", "ref"]
    reader.foreign = [
      ForeignBody(["metadata", "spec"], "this is a body of MK.IO's Live API (`/live/liveEvents`); Rung knows its Media API (`/media/liveEvents`), another product")
    ]
    // Every answer has the deprecated field.
    reader.canonical = { body, kind, isAnswer, _ in
      guard kind.name == "live-event" else { return body }
      return withoutUnsetInterval(isAnswer ? body.removing("location") : body)
    }
    reader.meaning = MKIOMeaning.of
    return reader
  }()

  /// "The value cannot be set for pass-through live events" (LiveEventEncoding.keyFrameInterval): an empty one there sets
  /// nothing. An encoding type needs a duration, or no field.
  private static func withoutUnsetInterval(_ body: Node) -> Node {
    let path = "properties.encoding.keyFrameInterval"
    guard let interval = body.value(at: path), interval.isNull || interval.isEmptyText,
      let type = body.value(at: "properties.encoding.encodingType")?.scalar?.text,
      type == "None" || MKIOEncodingType(rawValue: type)?.mode == .passthrough
    else { return body }
    return body.removing(path)
  }
}

/// The bodies of one stream → a spec: the event says how it comes in, the output how long it is kept, the asset where, the
/// locator and the endpoint how it is played.
private struct MKIOReading {
  let bodies: [ParsedBody]

  init(_ bodies: [ParsedBody]) { self.bodies = bodies }

  private func first(_ kind: String) -> ParsedBody? { bodies.first { $0.kind == kind } }

  func read(_ draft: inout SpecDraft, _ report: inout Report) {
    name(&draft)
    if let event = first("live-event") { self.event(event, &draft) }
    asset(&draft)
    if let output = first("live-output") { self.output(output.root, &draft) }
    locator(&draft)
    endpoint(&draft)
  }

  // MARK: Names

  /// The names of most resources are in URLs, not in bodies. An answer has them.
  private func name(_ draft: inout SpecDraft) {
    if let name = said("live-event"), let text = name.scalar?.text {
      draft.spec.set("name", name)
      if MKIONameForm.event.slug(text) != text { draft.options.set("event", name) }
    } else if let name = assetName, let text = name.text, let event = Self.event(archivedAs: text) {
      draft.spec.set("name", .string(event, at: name.place))
      draft.nameIsMadeUp = true
    } else if let place = bodies.first?.place {
      draft.spec.set("name", .string("live stream", at: place))
      draft.nameIsMadeUp = true
    }
    draft.options.set("output", said("live-output"))
  }

  /// The name that an answer has for a resource.
  private func said(_ kind: String) -> Node? {
    guard let name = first(kind)?.said["name"], name.scalar?.type == .string, !name.isEmptyText else { return nil }
    return name
  }

  private var assetName: BodyPart? {
    for kind in ["live-output", "streaming-locator"] {
      if let name = first(kind)?.root["properties"]?["assetName"], name.text != nil { return name }
    }
    return nil
  }

  /// `main-stage-archive` is the archive of `main-stage`.
  private static func event(archivedAs asset: String) -> String? {
    let ends = ["-archive", "-asset", "-output", "-live"]
    let name = ends.first { asset.hasSuffix($0) }.map { String(asset.dropLast($0.count)) } ?? asset
    return MKIONameForm.event.isName(name) ? name : nil
  }

  // MARK: The live event

  private func event(_ event: ParsedBody, _ draft: inout SpecDraft) {
    let root = event.root
    draft.options.copy(root, "location")
    copyWords(root, "tags", as: "labels", into: &draft.spec)
    guard let properties = root["properties"], properties.isMapping else { return }
    if let text = properties["description"]?.text {
      // An empty one is a description of the event's only: a spec has none.
      if text.isEmpty { draft.options.copy(properties, "description", as: "event_description") } else { draft.spec.copy(properties, "description") }
    }
    if properties["useStaticHostname"]?.bool != false { draft.options.copy(properties, "useStaticHostname", as: "static_hostname") }
    draft.options.copy(properties, "hostnamePrefix", as: "hostname_prefix")
    if let option = properties["streamOptions"]?.items.first, option.text == "LowLatency" {
      draft.spec.set("low_latency", .bool(true, at: option.place), at: properties.key("streamOptions"))
    }
    let type = properties["encoding"]?["encodingType"]
    let mode = type?.text.flatMap { $0 == "None" ? .passthroughStandard : MKIOEncodingType(rawValue: $0) }?.mode
    encoding(properties, mode, isAnswer: event.isAnswer, &draft)
    if mode == .passthrough { draft.spec.set("encoding", .string("passthrough", at: type?.place ?? root.place), at: properties.key("encoding")) }
    input(properties, mode, &draft)
    preview(properties, &draft)
    if let policies = properties["crossSiteAccessPolicies"], policies.isMapping {
      draft.options.take(policies, MKIOCrossSitePolicies.shape, under: .mkio)
    }
    pipeline(properties, &draft)
  }

  private func encoding(_ properties: BodyPart, _ mode: EncodingMode?, isAnswer: Bool, _ draft: inout SpecDraft) {
    guard let encoding = properties["encoding"] else { return }
    // Where it could not be read, nothing is said of what depends on it.
    draft.options.copy(encoding, "encodingType", as: "encoding_type", .words(["PassthroughStandard": "None"]))
    guard encoding.isMapping else { return }
    // MK.IO answers with settings of an encoder for a passthrough, too, which has none.
    if isAnswer, mode == .passthrough { return }
    draft.options.copy(encoding, "presetName", as: "preset_name")
    draft.options.copy(encoding, "stretchMode", as: "stretch_mode")
    guard mode == .transcode, let type = encoding["encodingType"], let product = type.text.flatMap({ MKIOEncodingType(rawValue: $0) }),
      let preset = MKIOProduct.of(product).preset
    else { return }
    // A preset that support has set up has rungs that nobody publishes.
    guard encoding["presetName"].map({ $0.text == preset.name }) ?? true else { return }
    draft.spec.set("ladder", ladder(preset, encoding, at: encoding["presetName"]?.place ?? type.place), at: properties.key("encoding"))
  }

  /// The ladder that the encoding type generates.
  private func ladder(_ preset: MKIOProduct.Preset, _ encoding: BodyPart, at place: SourcePlace) -> Node {
    var ladder = MapDraft(at: place)
    ladder.set("preset", .string("mkio-\(preset.name.lowercased())", at: place))
    if let interval = encoding["keyFrameInterval"], interval.text != MKIOMeaning.usualInterval {
      var defaults = MapDraft(at: interval.place)
      defaults.set("keyframe_interval", interval.readable, at: encoding.key("keyFrameInterval"))
      ladder.set("defaults", defaults.node)
    }
    return ladder.node
  }

  private func input(_ properties: BodyPart, _ mode: EncodingMode?, _ draft: inout SpecDraft) {
    guard let input = properties["input"], input.isMapping else { return }
    var ingest = MapDraft(at: input.place)
    if let name = input["streamingProtocol"] {
      let word = name.text.map { Node.string($0.lowercased(), at: name.place) } ?? name.readable
      ingest.set("protocols", Node(.list([word]), at: name.place), at: input.key("streamingProtocol"))
    }
    allow(input, into: &ingest, &draft.options)
    if let token = input["accessToken"], token.isUnread || !token.node.isNull { ingest.copy(input, "accessToken", as: "token") }
    // The encoding types take no notice of it.
    if mode != .transcode, let interval = input["keyFrameIntervalDuration"] {
      var video = MapDraft(at: interval.place)
      video.set("keyframe_interval", interval.readable, at: input.key("keyFrameIntervalDuration"))
      ingest.set("video", video.node)
    }
    draft.spec.set("ingest", ingest.node, at: properties.key("input"))
    if let endpoints = input["timedMetadataEndpoints"], !endpoints.items.isEmpty {
      let urls = endpoints.items.compactMap { $0["url"]?.readable }
      draft.options.set("timed_metadata_endpoints", Node(.list(urls), at: endpoints.place), at: input.key("timedMetadataEndpoints"))
    }
  }

  /// Address ranges as specs have them; names that are not derived from the address are kept beside it. A list with something
  /// that is no IPv4 range stays as it is.
  private func allow(_ from: BodyPart, into map: inout MapDraft, _ options: inout MapDraft) {
    guard let list = from["accessControl"]?["ip"]?["allow"], !list.isUnread else { return }
    let ranges = list.items.map(range)
    guard ranges.allSatisfy({ $0 != nil }) else { return }
    map.set("allow", Node(.list(ranges.compactMap { $0?.node }), at: list.place), at: from.key("accessControl"))
    for range in ranges.compactMap({ $0 }) {
      guard let name = range.name?.text, name != range.text.replacing("/", with: "-") else { continue }
      var names = MapDraft(at: list.place)
      for entry in options.node["address_names"]?.entries ?? [] { names.set(entry.key.value, entry.value, at: entry.key.place) }
      names.set(range.text, range.name?.readable)
      options.set("address_names", names.node)
    }
  }

  private func range(_ part: BodyPart) -> (node: Node, text: String, name: BodyPart?)? {
    guard let address = part["address"]?.text, let prefix = part["subnetPrefixLength"]?.integer, let range = AddressRange("\(address)/\(prefix)")
    else { return nil }
    let text = "\(range.addressText)/\(range.prefix)"
    return (.string(text, at: part["address"]?.place ?? part.place), text, part["name"])
  }

  private func preview(_ properties: BodyPart, _ draft: inout SpecDraft) {
    guard let part = properties["preview"], part.isMapping else { return }
    var preview = MapDraft(at: part.place)
    allow(part, into: &preview, &draft.options)
    preview.take(part, MKIOPreview.shape, under: .mkio("preview"))
    draft.options.set("preview", preview.node, at: properties.key("preview"))
  }

  /// Transcription in a word where it is nothing but that.
  private func pipeline(_ properties: BodyPart, _ draft: inout SpecDraft) {
    guard let pipeline = properties["pipeline"], pipeline.isMapping else { return }
    let tasks = pipeline["arguments"]
    if pipeline["name"]?.text == "Predefined_ACSLiveTranscription", tasks?.node.entries.count == 1,
      let arguments = tasks?["LiveTranscription"], arguments.items.count == 1, let argument = arguments.items.first, argument["name"]?.text == "language",
      argument.node.entries.count == 2, let language = argument["value"], language.text != nil
    {
      var transcription = MapDraft(at: pipeline.place)
      transcription.set("language", language.readable)
      draft.options.set("transcription", transcription.node, at: properties.key("pipeline"))
    } else {
      draft.options.copy(properties, "pipeline")
    }
  }

  // MARK: Archive and playback

  private func output(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard let properties = root["properties"], properties.isMapping else { return }
    if let window = properties["archiveWindowLength"] {
      var recording = MapDraft(at: window.place)
      recording.set("window", window.readable, at: properties.key("archiveWindowLength"))
      draft.spec.set("recording", recording.node)
    }
    draft.options.take(properties, MKIOLiveOutputProperties.shape, under: .mkio)
    if let hls = properties["hls"], hls.isMapping { draft.options.take(hls, MKIOOutputHLS.shape, under: .mkio) }
  }

  private func asset(_ draft: inout SpecDraft) {
    let body = first("asset")
    let name = assetName.map(\.readable) ?? said("asset")
    guard let body, let properties = body.root["properties"], properties.isMapping else {
      draft.options.set("asset", name)
      return
    }
    var asset = MapDraft(at: properties.place)
    asset.set("name", name)
    asset.take(properties, MKIOAssetProperties.shape, under: .mkio("asset"))
    asset.take(body.root, MKIOAsset.shape, under: .mkio("asset"))
    draft.options.set("asset", asset.node)
  }

  private func locator(_ draft: inout SpecDraft) {
    guard let body = first("streaming-locator"), let properties = body.root["properties"], properties.isMapping else { return }
    if let policy = properties["streamingPolicyName"] {
      // The spec has a word for these two.
      let word = policy.text.flatMap { ["Predefined_ClearStreamingOnly": "public", "Predefined_ClearKey": "authenticated"][$0] }
      if let word {
        var playback = MapDraft(at: policy.place)
        playback.set("policy", .string(word, at: policy.place), at: properties.key("streamingPolicyName"))
        draft.spec.set("playback", playback.node)
      } else {
        draft.options.copy(properties, "streamingPolicyName", as: "streaming_policy")
      }
    }
    draft.options.copy(properties, "defaultContentKeyPolicyName", as: "content_key_policy")
    var locator = MapDraft(at: properties.place)
    locator.set("name", said("streaming-locator"))
    locator.take(properties, MKIOStreamingLocatorProperties.shape, under: .mkio("locator"))
    if properties["filters"]?.items.isEmpty != true { locator.copy(properties, "filters") }
    if !locator.isEmpty { draft.options.set("locator", locator.node) }
  }

  private func endpoint(_ draft: inout SpecDraft) {
    guard let body = first("streaming-endpoint") else { return }
    var endpoint = MapDraft(at: body.node.place)
    endpoint.set("name", said("streaming-endpoint"))
    endpoint.take(body.root, MKIOStreamingEndpoint.shape, under: .mkio("endpoint"))
    if let properties = body.root["properties"], properties.isMapping {
      endpoint.take(properties, MKIOStreamingEndpointProperties.shape, under: .mkio("endpoint"))
    }
    draft.options.set("endpoint", endpoint.node)
  }

  /// Words of one's own, those that a spec can hold: none of them empty.
  private func copyWords(_ from: BodyPart, _ field: String, as key: String, into map: inout MapDraft) {
    guard let part = from[field], !part.node.entries.isEmpty || part.isUnread else { return }
    map.object(from, field, as: key) { words, part in
      for entry in part.node.entries where part[entry.key.value]?.text != "" { words.copy(part, entry.key.value) }
    }
  }
}
