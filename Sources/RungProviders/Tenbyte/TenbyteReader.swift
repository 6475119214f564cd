internal import RungSource
internal import RungSpec

extension Tenbyte {
  /// What an answer has beside what was sent.
  static let filled = [
    FilledField("id"), FilledField("organization_id"), FilledField("status"), FilledField("stream_key", isSecret: true),
    // The URL of SRT holds the stream key.
    FilledField("ingest.rtmp"), FilledField("ingest.srt", isSecret: true), FilledField("playback"), FilledField("created_at"),
    FilledField("updated_at"), FilledField("last_live_at"), FilledField("last_ended_at"),
  ]

  /// The audio bitrate has one name in a video rendition and another in an audio ladder.
  static let renamed = [
    RenamedKey("bitrate_kbps", in: TenbyteSound.shape.name, is: "audio_bitrate_kbps"),
    RenamedKey("audio_bitrate_kbps", in: TenbyteAudio.shape.name, is: "bitrate_kbps"),
    // Words of encoders and of other services.
    RenamedKey("framerate", in: TenbyteVideo.shape.name, is: "fps"), RenamedKey("frame_rate", in: TenbyteVideo.shape.name, is: "fps"),
    RenamedKey("lookahead", in: TenbyteVideo.shape.name, is: "rc_lookahead"), RenamedKey("bufsize", in: TenbyteVideo.shape.name, is: "buf_size_kbps"),
    RenamedKey("keyframe_interval", help: "write `gop`, in frames: the seconds times `fps`"),
    RenamedKey("resolution", help: "write `width` and `height`"), RenamedKey("metadata", in: TenbyteCreate.shape.name, is: "meta"),
    RenamedKey("outputs", in: TenbyteCreate.shape.name, is: "output_protocols"), RenamedKey("input", in: TenbyteCreate.shape.name, is: "ingest"),
    RenamedKey("renditions", help: "move them to `ladder.video`, or `ladder.audio` for mode audio"),
    RenamedKey("segment_duration", help: "remove it: the API has no field for the length of segments"),
  ]

  package static let reader: BodyReader? = {
    var reader = BodyReader { bodies, draft, report in
      for body in bodies { read(body, &draft) }
    }
    reader.envelopes = ["data"]
    reader.besideEnvelope = ["success", "message", "meta", "pagination"]
    reader.refusal = ["code", "errors"]
    return reader
  }()

  private static func read(_ body: ParsedBody, _ draft: inout SpecDraft) {
    let root = body.root
    draft.spec.take(root, TenbyteCreate.shape, under: .spec)
    draft.options.copy(root, "region")
    draft.spec.object(root, "ingest") { ingest, part in
      ingest.take(part, TenbyteIngest.shape, under: .ingest)
      // The protocol of an endpoint is that of its URL.
      ingest.object(part, "primary", as: "source") { $0.copy($1, "url") }
      ingest.object(part, "backup") { $0.copy($1, "url") }
    }
    ladder(root, &draft)
    packaging(root, &draft)
    recording(root, &draft)
    labels(root, &draft)
  }

  // MARK: Ladder

  private static func ladder(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.object(root, "ladder") { ladder, part in
      // Without a mode that can be read, what stands there says which it is.
      let isAudio = root["mode"]?.text.map { $0 == "audio" } ?? (part["video"] == nil)
      if isAudio {
        ladder.objects(part, "audio", as: "renditions") { rendition, part in
          rendition.take(part, TenbyteAudio.shape, under: .renditions)
          var audio = MapDraft(at: part.place)
          audio.take(part, TenbyteAudio.shape, under: .audio)
          rendition.set("audio", audio.node)
        }
      } else {
        ladder.objects(part, "video", as: "renditions") { rendition, part in
          rendition.take(part, TenbyteVideo.shape, under: .renditions)
          rendition.set("resolution", resolution(part), at: part.key("width") ?? part.key("height"))
          rendition.object(part, "audio") { $0.take($1, TenbyteSound.shape, under: .audio) }
        }
      }
    }
  }

  /// Two numbers in a body, one value in a spec. It stands where the first of them does.
  private static func resolution(_ part: BodyPart) -> Node? {
    guard let width = part["width"], let height = part["height"] else { return nil }
    guard let across = width.integer, let down = height.integer else {
      return (width.isUnread ? width : height).readable
    }
    return .string("\(across)x\(down)", at: width.place)
  }

  // MARK: Outputs

  /// An output is asked for where it is listed; its settings follow.
  private static func packaging(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.object(root, "packaging") { packaging, part in
      let listed = root["output_protocols"]
      let isReadable = listed.map { !$0.isUnread && !$0.items.contains(where: \.isUnread) } ?? false
      // What was listed and could not be read may be what there are settings for.
      for name in isReadable ? listed?.items.compactMap(\.text) ?? [] : ["hls", "dash"] {
        packaging.object(part, name) { output, part in
          if name == "hls" { output.take(part, TenbyteHLS.shape, under: .hls) } else { output.take(part, TenbyteDASH.shape, under: .dash) }
        }
      }
    }
    if let hls = root["packaging"]?["hls"], hls.isMapping { draft.spec.copy(hls, "low_latency") }
  }

  // MARK: Recording

  /// A recording that is not switched on is none.
  private static func recording(_ root: BodyPart, _ draft: inout SpecDraft) {
    guard let part = root["recording"], part["enabled"]?.bool == true else { return }
    draft.spec.object(root, "recording") { recording, part in
      switch part["target"]?.text {
      case "library":
        recording.set(
          "library",
          MapDraft.object(part) { library, part in
            library.take(part, TenbyteRecording.shape, under: .recordingLibrary)
          }, at: part.key("library_id"))
      case "s3":
        guard let bucket = part["s3_config"] else { return }
        let destination = MapDraft.object(bucket) { destination, part in
          destination.set("url", address(part), at: part.key("endpoint"))
          destination.take(part, TenbyteS3.shape, under: .recordingDestinations)
        }
        recording.set("destinations", Node(.list([destination]), at: bucket.place), at: part.key("s3_config"))
      default: break
      }
    }
  }

  /// `https://s3.example.com` and a bucket → `s3://s3.example.com/bucket`.
  private static func address(_ part: BodyPart) -> Node? {
    guard let endpoint = part["endpoint"], let bucket = part["bucket"] else { return nil }
    guard let text = endpoint.text, let name = bucket.text else { return (endpoint.isUnread ? endpoint : bucket).readable }
    guard let url = StreamURL(text) else { return endpoint.readable }
    let prefix = part["prefix"]?.text.map { "/\($0)" } ?? ""
    return .string("s3://\(url.authority)/\(name)\(prefix)", at: endpoint.place)
  }

  // MARK: Labels

  /// Words of one's own; what is more than a word stays in `meta`.
  private static func labels(_ root: BodyPart, _ draft: inout SpecDraft) {
    draft.spec.object(root, "meta", as: "labels") { labels, part in
      for entry in part.node.entries {
        guard let text = part[entry.key.value]?.text, !text.isEmpty else { continue }
        labels.copy(part, entry.key.value)
      }
    }
  }
}
