internal import RungSource
internal import RungSpec

extension LiveKit {
  /// What IngressInfo has beside what was asked for.
  static let filled = [FilledField("ingress_id"), FilledField("stream_key", isSecret: true), FilledField("reusable"), FilledField("state")]

  /// Words of the room API, of SDKs, and of encoders.
  static let renamed = [
    RenamedKey("metadata", in: LiveKitCreate.shape.name, is: "participant_metadata"), RenamedKey("metadata", in: LiveKitUpdate.shape.name, is: "participant_metadata"),
    RenamedKey("id", in: LiveKitUpdate.shape.name, is: "ingress_id"), RenamedKey("codec", in: LiveKitVideoOptions.shape.name, is: "video_codec"),
    RenamedKey("codec", in: LiveKitAudioOptions.shape.name, is: "audio_codec"), RenamedKey("fps", in: LiveKitVideoOptions.shape.name, is: "frame_rate"),
    RenamedKey("framerate", in: LiveKitVideoOptions.shape.name, is: "frame_rate"),
    RenamedKey("resolution", help: "write `width` and `height`"),
  ]

  package static let reader: BodyReader? = {
    var reader = BodyReader(read: read)
    // ListIngress answers a list; CreateIngress and UpdateIngress answer with the ingress itself.
    reader.envelopes = ["items"]
    reader.besideEnvelope = ["next_page_token", "nextPageToken"]
    reader.refusal = ["code", "msg", "meta"]
    reader.terms = [.rendition: "layer", .renditions: "layers"]
    reader.canonical = { body, kind, isAnswer, report in
      guard let object = kind.schema?() else { return body }
      let plain = LiveKitJSON(isAnswer: isAnswer, filled: kind.filled.map(\.path)).canonical(body, object, &report)
      guard isAnswer else { return plain }
      // There it is where the encoder pushes to, unless LiveKit pulls.
      let isPulled = plain["input_type"]?.scalar?.text == LiveKitInput.url.rawValue
      return isPulled ? plain.removing("bypass_transcoding") : plain.removing("bypass_transcoding").removing("url")
    }
    reader.spelled = LiveKitJSON.spelled
    reader.meaning = LiveKitMeaning.of
    return reader
  }()

  // MARK: Reading

  private static func read(_ bodies: [ParsedBody], _ draft: inout SpecDraft, _ report: inout Report) {
    for body in bodies {
      switch body.kind {
      case "create": create(body.root, &draft, &report)
      // It says what changes, and nothing of the rest.
      case "update" where !bodies.contains { $0.kind == "create" }:
        draft.isPartial = true
        create(body.root, &draft, &report)
      default: break
      }
    }
  }

  private static func create(_ root: BodyPart, _ draft: inout SpecDraft, _ report: inout Report) {
    name(root, &draft, &report)
    participant(root, &draft.options)
    draft.options.take(root, LiveKitCreate.shape, under: SpecKey("targets.livekit"), where: isNotEmpty)
    input(root, &draft, &report)
    let transcodes = root["enable_transcoding"].map { $0.bool } ?? (root["input_type"]?.text != LiveKitInput.whip.rawValue)
    encoding(root, transcodes, &draft, &report)
    tracks(root, &draft)
    // Encodings without transcoding are a fault of the body, not a ladder.
    if transcodes ?? true { ladder(root, &draft, &report) }
  }

  /// An ingress need not have a name, and a stream has one.
  private static func name(_ root: BodyPart, _ draft: inout SpecDraft, _ report: inout Report) {
    if let name = root["name"], name.text != "" {
      draft.spec.copy(root, "name")
      return
    }
    let place = root["room_name"]?.place ?? root["participant_identity"]?.place ?? root.place
    let called = [root["room_name"]?.text, root["participant_identity"]?.text].lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "ingress"
    let name = report.byDefault(called, "the ingress has no name, and a stream has one", near: place)
    draft.spec.set("name", .string(name.value, at: name.place))
    let none = report.byDefault("", "the ingress has no name", near: place)
    draft.options.set("ingress", .string(none.value, at: none.place))
  }

  private static func isNotEmpty(_ part: BodyPart) -> Bool { part.text != "" }
  private static func isSet(_ part: BodyPart) -> Bool { part.isUnread || !LiveKitJSON.isUnset(part.node) }

  private static func participant(_ root: BodyPart, _ options: inout MapDraft) {
    guard let first = root["participant_identity"] ?? root["participant_name"] ?? root["participant_metadata"] else { return }
    var participant = MapDraft(at: first.place)
    participant.take(root, LiveKitCreate.shape, under: .livekit("participant"), where: isNotEmpty)
    if !participant.isEmpty { options.set("participant", participant.node, at: root.key("participant_identity")) }
  }

  private static func input(_ root: BodyPart, _ draft: inout SpecDraft, _ report: inout Report) {
    let type = root["input_type"]
    let url = root["url"].flatMap { $0.text == "" ? nil : $0 }
    guard type != nil || url != nil else { return }
    let place = type?.place ?? report.byDefault("", "RTMP is LiveKit's default", near: url?.place ?? root.place).place
    var ingest = MapDraft(at: place)
    if let type, type.isUnread {
      ingest.set("mode", type.readable)
      ingest.set("protocols", type.readable)
    } else {
      let input = type?.text ?? LiveKitInput.rtmp.rawValue
      ingest.set("mode", .string(input == LiveKitInput.url.rawValue ? "pull" : "push", at: place))
      let pushed = [LiveKitInput.rtmp.rawValue: "rtmp", LiveKitInput.whip.rawValue: "whip"]
      if let word = pushed[input] { ingest.set("protocols", Node(.list([.string(word, at: place)]), at: place)) }
    }
    // What nobody can read pulls nothing, and pushes nothing.
    if url != nil, type?.isUnread != true {
      var source = MapDraft(at: url?.place ?? place)
      source.copy(root, "url")
      ingest.set("source", source.node, at: root.key("url"))
    }
    draft.spec.set("ingest", ingest.node, at: root.key("input_type"))
  }

  private static func encoding(_ root: BodyPart, _ transcodes: Bool?, _ draft: inout SpecDraft, _ report: inout Report) {
    if let stated = root["enable_transcoding"] {
      guard let value = stated.bool else { return draft.spec.set("encoding", stated.readable, at: root.key("enable_transcoding")) }
      draft.spec.set("encoding", .string(value ? "transcode" : "passthrough", at: stated.place), at: root.key("enable_transcoding"))
      // An update does not say what the ingress takes in; only one input can do without.
      if !value, draft.isPartial, !draft.spec.has("ingest") {
        let whip = report.byDefault("whip", "only WHIP input can be forwarded", near: stated.place)
        var ingest = MapDraft(at: whip.place)
        ingest.set("protocols", Node(.list([.string(whip.value, at: whip.place)]), at: whip.place))
        draft.spec.set("ingest", ingest.node)
      }
    } else if transcodes == false, let input = root["input_type"] {
      let mode = report.byDefault("passthrough", "LiveKit forwards WHIP input unless `enable_transcoding` is true", near: input.place)
      draft.spec.set("encoding", .string(mode.value, at: mode.place))
    }
  }

  private static func tracks(_ root: BodyPart, _ draft: inout SpecDraft) {
    for kind in ["video", "audio"] {
      guard let part = root[kind] else { continue }
      let options = part["options"]
      let track = MapDraft.object(part) { track, part in
        // Both kinds of track have the same.
        track.take(part, LiveKitAudio.shape, under: .livekit("audio"), where: isNotEmpty)
        if let options {
          track.take(options, LiveKitAudioOptions.shape, under: .livekit("audio"))
          // A preset that makes the same is not what was asked for.
          track.set("presets", .bool(false, at: options.place), at: part.key("options"))
        }
      }
      if case .map(let entries) = track.content, entries.isEmpty { continue }
      draft.options.set(kind, track, at: root.key(kind))
    }
  }

  // MARK: Ladder

  private static func ladder(_ root: BodyPart, _ draft: inout SpecDraft, _ report: inout Report) {
    var defaults = MapDraft(at: root.place)
    var renditions: Node?
    if let preset = root["video"]?["preset"] {
      renditions = preset.text.flatMap(LiveKitVideoPreset.init).flatMap { preset in LiveKitLayers.presets.first { $0.preset == preset } }.map { made in
        defaults.set("fps", .integer(made.frameRate, at: preset.place))
        return list(made.layers, at: preset.place)
      } ?? .null(at: preset.place)
    } else if let options = root["video"]?["options"] {
      defaults.take(options, LiveKitVideoOptions.shape, under: .renditions, where: isSet)
      if let layers = options["layers"], !layers.items.isEmpty || layers.isUnread {
        // The server skips what is off.
        let made = layers.items.filter { $0.node["quality"]?.scalar?.text != LiveKitQuality.off.rawValue }
        if layers.isUnread {
          renditions = layers.readable
        } else if made.isEmpty {
          // It makes none: that has been said, and there is no ladder.
          report.setAside(layers.place)
          renditions = .null(at: layers.place)
        } else {
          renditions = Node(.list(bestFirst(made).map { layer($0, &report) }), at: layers.place)
        }
      } else if options.isMapping {
        let place = report.byDefault("", "the layers that LiveKit uses for `options` without layers", near: options.place).place
        renditions = list(LiveKitLayers.unstated, at: place)
      }
    }
    if let audio = root["audio"] { sound(audio, &defaults) }
    guard renditions != nil || !defaults.isEmpty else { return }
    let place = renditions?.place ?? root["audio"]?.place ?? root.place
    var ladder = MapDraft(at: place)
    if !defaults.isEmpty { ladder.set("defaults", defaults.node, at: place) }
    ladder.set("renditions", renditions)
    draft.spec.set("ladder", ladder.node, at: root.key("video") ?? root.key("audio"))
  }

  private static func list(_ layers: [LiveKitLayers.Layer], at place: SourcePlace) -> Node {
    Node(
      .list(
        layers.map { layer in
          var rendition = MapDraft(at: place)
          rendition.set("name", .string(layer.quality.rawValue.lowercased(), at: place))
          rendition.set("resolution", .string(layer.size.text, at: place))
          rendition.set("bitrate", .string(BodyForm.bits(layer.bitrate), at: place))
          return rendition.node
        }), at: place)
  }

  /// In the order of their qualities, whatever their order in the body: a spec has the best first.
  private static func bestFirst(_ layers: [BodyPart]) -> [BodyPart] {
    let words = LiveKitQuality.useful.map(\.rawValue)
    func rank(_ layer: BodyPart) -> Int { words.firstIndex(of: quality(layer)) ?? words.count }
    return layers.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  static func quality(_ layer: BodyPart) -> String { layer["quality"]?.text ?? LiveKitQuality.low.rawValue }

  private static func layer(_ part: BodyPart, _ report: inout Report) -> Node {
    MapDraft.object(part) { rendition, part in
      let name = part["quality"]?.place ?? report.byDefault("", "a layer without a quality is LOW", near: part.place).place
      rendition.set("name", .string(quality(part).lowercased(), at: name))
      if let width = part["width"], let height = part["height"] {
        let size = width.integer.flatMap { across in height.integer.map { "\(across)x\($0)" } }
        rendition.set("resolution", size.map { .string($0, at: width.place) } ?? (width.isUnread ? width : height).readable, at: part.key("width"))
      }
      rendition.take(part, LiveKitLayer.shape, under: .renditions, where: isSet)
    }
  }

  private static func sound(_ audio: BodyPart, _ defaults: inout MapDraft) {
    if let preset = audio["preset"] {
      var sound = MapDraft(at: preset.place)
      switch preset.text.flatMap(LiveKitAudioPreset.init) {
      case .stereo, .mono:
        let isStereo = preset.text == LiveKitAudioPreset.stereo.rawValue
        sound.set("codec", .string("opus", at: preset.place))
        sound.set("channels", .integer(isStereo ? 2 : 1, at: preset.place))
        sound.set("bitrate", .string(isStereo ? "96k" : "64k", at: preset.place))
        defaults.set("audio", sound.node, at: audio.key("preset"))
      case nil: defaults.set("audio", preset.readable)
      }
    } else if let options = audio["options"] {
      let sound = MapDraft.object(options) { sound, part in
        sound.take(part, LiveKitAudioOptions.shape, under: .audio, where: isSet)
      }
      if case .map(let entries) = sound.content, entries.isEmpty { return }
      defaults.set("audio", sound, at: audio.key("options"))
    }
  }
}
