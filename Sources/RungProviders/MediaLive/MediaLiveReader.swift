internal import RungSource
internal import RungSpec

extension MediaLive {
  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, _ in MediaLiveReading(bodies).read(&draft) }
    reader.primary = "create-channel"
    reader.envelopes = ["Channel", "Input", "SecurityGroup", "Channels", "Inputs", "Items"]
    reader.besideEnvelope = ["NextToken"]
    reader.refusal = ["Message", "message", "__type"]
    reader.terms = [.rendition: "video description", .renditions: "video descriptions"]
    reader.respelled = respelled
    reader.canonical = { body, kind, isAnswer, _ in isAnswer && kind.name == "create-input" ? asked(input: body) : body }
    return reader
  }()

  /// The request for what an answer tells of an input: its groups have another name there, and a stream name is the path of a URL.
  private static func asked(input answer: Node) -> Node {
    guard case .map(let entries) = answer.content else { return answer }
    return Node(
      .map(entries.map { entry in
        switch entry.key.value {
        case "SecurityGroups": Node.Entry(key: Located("InputSecurityGroups", at: entry.key.place), value: entry.value)
        case "Destinations": Node.Entry(key: entry.key, value: Node(.list(entry.value.items.map(named)), at: entry.value.place))
        default: entry
        }
      }), at: answer.place)
  }

  private static func named(_ destination: Node) -> Node {
    guard case .map(let entries) = destination.content, !destination.has("StreamName"), let url = destination["Url"], let text = url.scalar?.text,
      let path = text.firstRange(of: "://").flatMap({ text[$0.upperBound...].firstIndex(of: "/") }).map({ text[$0...].dropFirst() }), !path.isEmpty
    else { return destination }
    return Node(.map(entries + [Node.Entry(key: Located("StreamName", at: url.place), value: .string(String(path), at: url.place))]), at: destination.place)
  }
}

/// The bodies of one stream → a spec.
private struct MediaLiveReading {
  let bodies: [ParsedBody]

  init(_ bodies: [ParsedBody]) { self.bodies = bodies }

  /// What creates it, then what changes it.
  private func all(_ kind: String) -> [BodyPart] {
    (bodies.filter { $0.kind == kind } + bodies.filter { MediaLive.updated[$0.kind] == kind }).map(\.root)
  }

  func read(_ draft: inout SpecDraft) {
    // It says what changes, and nothing of the rest.
    if bodies.contains(where: { body in MediaLive.updated[body.kind].map { created in !bodies.contains { $0.kind == created } } ?? false }) { draft.isPartial = true }
    let (channel, input) = (all("create-channel").first, all("create-input").first)
    name(channel, input, &draft)
    if let channel { self.channel(channel, isAlone: input == nil, &draft) }
    if let input { takenIn(input, named: channel?["Name"]?.text, &draft) }
    if let group = all("create-input-security-group").first, let rules = group["WhitelistRules"] {
      var ingest = section("ingest", of: draft, at: rules.place)
      ingest.set("allow", rules.isUnread ? rules.readable : Node(.list(rules.items.compactMap { $0["Cidr"]?.readable }), at: rules.place), at: group.key("WhitelistRules"))
      draft.spec.set("ingest", ingest.node)
    }
    packaging(&draft)
  }

  private func section(_ key: String, of draft: SpecDraft, at place: SourcePlace) -> MapDraft {
    var made = MapDraft(at: place)
    for entry in draft.document[key]?.entries ?? [] { made.set(entry.key.value, entry.value, at: entry.key.place) }
    return made
  }

  private func name(_ channel: BodyPart?, _ input: BodyPart?, _ draft: inout SpecDraft) {
    let names = [channel?["Name"], input?["Name"], all("mediapackage-channel").first?["ChannelName"], all("mediapackage-channel-group").first?["ChannelGroupName"]]
    if let named = names.lazy.compactMap({ $0 }).first, named.text != "" {
      draft.spec.set("name", named.readable)
    } else if let place = bodies.first?.place {
      draft.spec.set("name", .string("live-stream", at: place))
      draft.nameIsMadeUp = true
    }
    for root in bodies.map(\.root) {
      guard !draft.spec.has("labels"), let tags = root["Tags"], !tags.node.entries.isEmpty || tags.isUnread else { continue }
      draft.spec.object(root, "Tags", as: "labels") { labels, part in
        for entry in part.node.entries where part[entry.key.value]?.text != "" { labels.copy(part, entry.key.value) }
      }
    }
  }

  // MARK: The channel

  private func channel(_ root: BodyPart, isAlone: Bool, _ draft: inout SpecDraft) {
    draft.options.take(root, MediaLiveChannel.shape, under: SpecKey("targets.medialive"))
    if let specification = root["InputSpecification"], specification.isMapping {
      draft.options.take(specification, MediaLiveInputSpecification.shape, under: SpecKey("targets.medialive"))
      if specification["Codec"] != nil {
        var video = MapDraft(at: specification.place)
        video.take(specification, MediaLiveInputSpecification.shape, under: .ingestVideo) { $0.text.map { ["AVC", "HEVC"].contains($0) } ?? true }
        var ingest = section("ingest", of: draft, at: specification.place)
        if !video.isEmpty { ingest.set("video", video.node) }
        if !video.isEmpty { draft.spec.set("ingest", ingest.node) }
      }
    }
    if let attachment = root["InputAttachments"]?.items.first {
      if isAlone, let id = attachment["InputId"], id.text?.hasPrefix("{") != true { draft.options.set("input", id.readable, at: attachment.key("InputId")) }
      if let settings = attachment["InputSettings"], settings.isMapping {
        draft.options.take(settings, MediaLiveInputSettings.shape, under: SpecKey("targets.medialive"))
      }
    }
    guard let encoder = root["EncoderSettings"], encoder.isMapping else { return }
    if let timecode = encoder["TimecodeConfig"], timecode.isMapping { draft.options.copy(timecode, "Source", as: "timecode") }
    let groups = encoder["OutputGroups"]?.items ?? []
    ladder(encoder, groups, &draft)
    MediaLiveGroupReading(destinations: root["Destinations"]?.items ?? []).read(groups, &draft)
  }

  // MARK: The ladder

  private func ladder(_ encoder: BodyPart, _ groups: [BodyPart], _ draft: inout SpecDraft) {
    let outputs = groups.flatMap { $0["Outputs"]?.items ?? [] }
    let sounds = encoder["AudioDescriptions"]?.items ?? []
    let videos = encoder["VideoDescriptions"]
    func sound(_ name: String?) -> BodyPart? { sounds.first { $0["Name"]?.text == name && name != nil } }
    var ladder = MapDraft(at: encoder.place)
    if let videos, !videos.items.isEmpty || videos.isUnread {
      var isHandled = false
      let list = videos.isUnread ? videos.readable : Node(
        .list(videos.items.map { video in
          MapDraft.object(video) { rendition, part in
            let name = part["Name"]?.text
            let own = outputs.first { $0["VideoDescriptionName"]?.text == name && !($0["AudioDescriptionNames"]?.items.isEmpty ?? true) }
            self.video(part, &rendition, &draft.options, isFirst: !isHandled)
            isHandled = true
            if let sound = sound(own?["AudioDescriptionNames"]?.items.first?.text) ?? (own == nil ? sounds.first : nil) { rendition.set("audio", audio(sound)) }
          }
        }), at: videos.place)
      ladder.set("renditions", list, at: encoder.key("VideoDescriptions"))
      draft.spec.set("ladder", ladder.node)
    } else if !sounds.isEmpty {
      draft.spec.set("media", .string("audio", at: encoder.place))
      let list = sounds.map { sound in
        MapDraft.object(sound) { rendition, part in
          rendition.copy(part, "Name", as: "name")
          rendition.set("audio", audio(part))
        }
      }
      ladder.set("renditions", Node(.list(list), at: encoder.place), at: encoder.key("AudioDescriptions"))
      draft.spec.set("ladder", ladder.node)
    }
  }

  private func video(_ part: BodyPart, _ rendition: inout MapDraft, _ options: inout MapDraft, isFirst: Bool) {
    rendition.copy(part, "Name", as: "name")
    if let width = part["Width"], let height = part["Height"] {
      let sides = width.integer.flatMap { width in height.integer.map { "\(width)x\($0)" } }
      rendition.set("resolution", sides.map { Node(.scalar(Scalar($0, .plain)), at: width.place) } ?? .null(at: width.isUnread ? width.place : height.place), at: part.key("Width"))
    }
    guard let kind = part["CodecSettings"], kind.isMapping else { return }
    let shapes: [(String, String, Shape<MediaLiveVideoSettings>)] = [
      ("H264Settings", "h264", MediaLiveVideoSettings.h264), ("H265Settings", "h265", MediaLiveVideoSettings.h265), ("Av1Settings", "av1", MediaLiveVideoSettings.av1),
    ]
    for (key, codec, shape) in shapes {
      guard let settings = kind[key] else { continue }
      rendition.set("codec", .string(codec, at: settings.place), at: kind.key(key))
      guard settings.isMapping else { return }
      rendition.take(settings, shape, under: SpecKey("ladder.renditions")) { $0.text?.hasSuffix("_LEVEL_AUTO") != true && $0.text != "MULTIPLEX" }
      frames(settings, &rendition)
      if let color = settings["ColorSpaceSettings"], color.isMapping {
        let transfer = color["Hdr10Settings"].map { ($0, "pq") } ?? color["Hlg2020Settings"].map { ($0, "hlg") } ?? color["Rec709Settings"].map { ($0, "sdr") }
        if let (part, word) = transfer { rendition.set("transfer", .string(word, at: part.place), at: settings.key("ColorSpaceSettings")) }
      }
      if isFirst {
        options.take(settings, shape, under: SpecKey("targets.medialive")) { $0.text != "FRAMES" }
      }
      return
    }
  }

  private func frames(_ settings: BodyPart, _ rendition: inout MapDraft) {
    if let top = settings["FramerateNumerator"], let bottom = settings["FramerateDenominator"] {
      let rate = top.integer.flatMap { top in bottom.integer.flatMap { Rational(Int64(top), Int64($0)) } }
      rendition.set("fps", rate.map { Node(.scalar(Scalar(FrameRate($0).text, .plain)), at: top.place) } ?? .null(at: top.isUnread ? top.place : bottom.place), at: settings.key("FramerateNumerator"))
    }
    guard let size = settings["GopSize"], let units = settings["GopSizeUnits"] else { return }
    if units.text == "SECONDS" {
      rendition.copy(settings, "GopSize", as: "keyframe_interval", .decimalSeconds)
    } else if units.text == "FRAMES" || units.isUnread || size.isUnread {
      let whole = size.node.scalar.flatMap { Rational(decimal: $0.text)?.whole }
      rendition.set("gop", size.isUnread || whole == nil ? size.readable : .integer(whole ?? 0, at: size.place), at: settings.key("GopSize"))
    }
  }

  private func audio(_ part: BodyPart) -> Node {
    var made = MapDraft(at: part.place)
    guard let kind = part["CodecSettings"], kind.isMapping else { return made.node }
    let shapes: [(String, String?, Shape<MediaLiveAudioSettings>)] = [
      ("AacSettings", nil, MediaLiveAudioSettings.aac), ("Ac3Settings", "ac3", MediaLiveAudioSettings.ac3), ("Eac3Settings", "eac3", MediaLiveAudioSettings.eac3),
    ]
    for (key, codec, shape) in shapes {
      guard let settings = kind[key] else { continue }
      if settings.isMapping { made.take(settings, shape, under: .audio) { $0.isReadable(as: shape) } }
      if let codec {
        made.set("codec", .string(codec, at: settings.place), at: kind.key(key))
      } else if settings.isMapping, settings["Profile"] == nil {
        made.set("codec", .string("aac", at: settings.place), at: kind.key(key))
      }
    }
    return made.node
  }

  // MARK: What comes in

  private func takenIn(_ root: BodyPart, named channel: String?, _ draft: inout SpecDraft) {
    var ingest = section("ingest", of: draft, at: root.place)
    let type = root["Type"]?.text.flatMap(MediaLiveInputType.init(rawValue:))
    if let name = root["Name"], name.text != channel || name.isUnread, channel != nil { draft.options.copy(root, "Name", as: "input_name") }
    switch type {
    case .rtmpPush: ingest.set("protocols", Node(.list([.string("rtmp", at: root.place)]), at: root.place), at: root.key("Type"))
    case .srtListener: ingest.set("protocols", Node(.list([.string("srt", at: root.place)]), at: root.place), at: root.key("Type"))
    default: draft.options.copy(root, "Type", as: "input_type")
    }
    if let names = root["Destinations"] {
      let list = names.isUnread ? names.readable : Node(.list(names.items.compactMap { $0["StreamName"]?.readable }), at: names.place)
      if names.isUnread || !list.items.isEmpty { draft.options.set("stream_names", list, at: root.key("Destinations")) }
    }
    func source(_ key: String, _ url: Node?) {
      guard let url else { return }
      var made = MapDraft(at: url.place)
      made.set("url", url)
      ingest.set(key, made.node)
    }
    if let sources = root["Sources"] {
      source("source", sources.isUnread ? sources.readable : sources.items.first?["Url"]?.readable)
      source("backup", sources.items.dropFirst().first?["Url"]?.readable)
    }
    if let srt = root["SrtSettings"], srt.isMapping {
      let callers = srt["SrtCallerSources"]?.items ?? []
      for (index, caller) in callers.prefix(2).enumerated() { source(index == 0 ? "source" : "backup", called(caller)) }
      latency(callers.first, &draft)
      if let listener = srt["SrtListenerSettings"], listener.isMapping {
        latency(listener, &draft)
        draft.options.take(listener, MediaLiveSRTListener.shape, under: SpecKey("targets.medialive"))
        if let decryption = listener["Decryption"], decryption.isMapping { draft.options.take(decryption, MediaLiveSRTDecryption.shape, under: SpecKey("targets.medialive")) }
      }
    }
    if !ingest.isEmpty { draft.spec.set("ingest", ingest.node) }
  }

  private func latency(_ part: BodyPart?, _ draft: inout SpecDraft) {
    guard let part, let latency = part["MinimumLatency"] else { return }
    draft.options.set("srt_latency", latency.integer.map { Node(.scalar(Scalar("\($0)ms", .plain)), at: latency.place) } ?? latency.readable, at: part.key("MinimumLatency"))
  }

  private func called(_ caller: BodyPart) -> Node? {
    guard let host = caller["SrtListenerAddress"] else { return nil }
    let port = caller["SrtListenerPort"]?.text.map { ":\($0)" } ?? ""
    let stream = caller["StreamId"]?.text.map { "?streamid=\($0)" } ?? ""
    return host.text.map { .string("srt://\($0)\(port)\(stream)", at: host.place) } ?? host.readable
  }

  // MARK: MediaPackage

  private func packaging(_ draft: inout SpecDraft) {
    let channel = all("mediapackage-channel").first
    if let group = all("mediapackage-channel-group").first {
      draft.options.copy(group, "ChannelGroupName", as: "channel_group")
    } else if let channel {
      draft.options.copy(channel, "ChannelGroupName", as: "channel_group")
      draft.options.set("channel_group_exists", .bool(true, at: channel.place))
    }
    if let channel {
      draft.options.copy(channel, "ChannelName", as: "package_channel")
      draft.spec.copy(channel, "Description", as: "description")
    }
    let endpoints = all("mediapackage-origin-endpoint")
    guard let first = endpoints.first else { return }
    if !draft.options.has("channel_group") { draft.options.copy(first, "ChannelGroupName", as: "channel_group") }
    if !draft.options.has("package_channel") { draft.options.copy(first, "ChannelName", as: "package_channel") }
    draft.options.copy(first, "OriginEndpointName", as: "origin_endpoint")
    var packaging = section("packaging", of: draft, at: first.place)
    for endpoint in endpoints { manifests(endpoint, &packaging, &draft) }
    if !packaging.isEmpty { draft.spec.set("packaging", packaging.node) }
    if first["StartoverWindowSeconds"] != nil {
      var recording = section("recording", of: draft, at: first.place)
      recording.copy(first, "StartoverWindowSeconds", as: "window", .seconds)
      draft.spec.set("recording", recording.node)
    }
  }

  private func manifests(_ endpoint: BodyPart, _ packaging: inout MapDraft, _ draft: inout SpecDraft) {
    func kept(_ key: String) -> MapDraft {
      var made = MapDraft(at: endpoint.place)
      for entry in packaging.node[key]?.entries ?? [] { made.set(entry.key.value, entry.value, at: entry.key.place) }
      return made
    }
    let low = endpoint["LowLatencyHlsManifests"]
    if let list = endpoint["HlsManifests"] ?? low {
      var hls = kept("hls")
      hls.take(endpoint, MediaPackageEndpoint.shape, under: .hls) { ["TS", "CMAF"].contains($0.text) || $0.isUnread }
      if let segment = endpoint["Segment"], segment.isMapping {
        hls.take(segment, MediaPackageSegment.shape, under: .hls)
        if let window = list.items.first?["ManifestWindowSeconds"]?.integer, let length = segment["SegmentDurationSeconds"]?.integer, length > 0, window % length == 0 {
          hls.set("playlist_segments", .integer(window / length, at: list.items[0]["ManifestWindowSeconds"]?.place ?? list.place))
        }
      }
      packaging.set("hls", hls.node, at: endpoint.key("HlsManifests") ?? endpoint.key("LowLatencyHlsManifests"))
      if let low, endpoint["HlsManifests"] == nil { draft.spec.set("low_latency", .bool(true, at: low.place), at: endpoint.key("LowLatencyHlsManifests")) }
    }
    if let list = endpoint["DashManifests"] {
      var dash = kept("dash")
      if let manifest = list.items.first, manifest.isMapping { dash.take(manifest, MediaPackageManifest.dash, under: .dash) }
      if endpoint["HlsManifests"] == nil, low == nil, let segment = endpoint["Segment"], segment.isMapping { dash.copy(segment, "SegmentDurationSeconds", as: "segment_duration", .seconds) }
      packaging.set("dash", dash.node, at: endpoint.key("DashManifests"))
    }
  }
}

extension BodyPart {
  /// Whether a spec has the value: of enumerations of the API it has some.
  fileprivate func isReadable<Body>(as shape: Shape<Body>) -> Bool {
    guard !isUnread, let scalar = node.scalar, scalar.type == .string else { return true }
    return shape.fields.contains { $0.mapping?.form.inSpec(scalar) != nil }
  }
}
