internal import RungSource
internal import RungSpec

extension LiveKit {
  /// The documents, and the open sources, that the facts come from.
  enum Source {
    static let day = "2026-11-20"

    static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("LiveKit Ingress API reference", locator, url: "https://docs.livekit.io/reference/other/ingress/api", checked: day, strength: strength)
    }

    static func guide(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "LiveKit guide to ingress", locator, url: "https://docs.livekit.io/transport/media/ingress-egress/ingress/transcode", checked: day,
        strength: strength)
    }

    static func proto(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("livekit_ingress.proto", locator, url: "https://github.com/livekit/protocol/blob/main/protobufs/livekit_ingress.proto", checked: day, strength: strength)
    }

    /// What CreateIngress and UpdateIngress check, and what an ingress checks again when an encoder connects.
    static func validation(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("LiveKit, ingress/validation.go", locator, url: "https://github.com/livekit/protocol/blob/main/ingress/validation.go", checked: day, strength: strength)
    }

    static func server(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("LiveKit server", locator, url: "https://github.com/livekit/livekit", checked: day, strength: strength)
    }

    /// The service that does the work, version 1.5.0.
    static func ingress(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("LiveKit ingress service 1.5.0", locator, url: "https://github.com/livekit/ingress", checked: day, strength: strength)
    }

    /// `lk`, which reads requests by protojson and passes none on that has an unknown key.
    static let client = Citation(
      "LiveKit CLI", "cmd/lk/proto.go: requests are read by protojson, which refuses unknown fields", url: "https://github.com/livekit/livekit-cli", checked: day)

    /// The encoders that the ingress service uses, asked what they take.
    static func gstreamer(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("GStreamer 1.22 encoders", locator, url: "https://gstreamer.freedesktop.org/documentation", checked: day, strength: strength)
    }
  }

  /// The server's own words, where it would refuse what was found.
  static func answer(_ text: String) -> MessageNote { MessageNote("the server would say: \"\(text)\"") }

  /// What an encoder hears when it connects to an ingress that was made all the same.
  static func told(_ text: String) -> MessageNote { MessageNote("an encoder that connects is told: \"\(text)\"") }

  package static var published: [Facts] { [facts(for: Decision(input: nil, because: nil, transcodes: true, order: []))] }

  package static func facts(for decision: Decision) -> Facts {
    decision.transcodes ? transcoding : forwarding
  }

  private static let transcoding: Facts = {
    var facts = common
    // Of single layers livekit/layer-of-another-shape speaks.
    facts.keepsShape = true
    facts.videoRenditions = .published(
      0...3, Source.validation("a quality is HIGH, MEDIUM or LOW, and `more than one layer with the same quality level` is refused"))
    facts.videoCodecs = .published([.h264, .vp8], Source.validation("the server would say `invalid video parameters: video codec unsupported`"))
    facts.audioChannels = .published([1, 2], Source.validation("the server would say `invalid audio parameters: invalid audio channel count`"))
    // The server takes any number; outside of the encoder's range it is ignored.
    facts.audioBitrate = .published(
      Bitrate(kilobits: 4)...Bitrate(kilobits: 650), Source.gstreamer("opusenc bitrate, 4000 to 650000", strength: .inferred))
    return facts
  }()

  private static let forwarding: Facts = {
    var facts = common
    facts.videoRenditions = .published(0...3, Source.ingress("simulcast over WHIP has 2 or 3 layers; more is answered `invalid simulcast configuration`"))
    return facts
  }()

  private static let common: Facts = {
    var facts = Facts(party: title)
    facts.audioRenditions = .published(0...1, Source.proto("CreateIngressRequest.audio: one audio track"))
    facts.pushProtocols = .published([.rtmp, .rtmps, .whip], Source.proto("IngressInput: RTMP_INPUT, WHIP_INPUT, URL_INPUT"))
    facts.takesOneProtocol = true
    facts.pushProtocolAdvice = Advice(
      notes: [MessageNote("the server drops an unknown name, `SRT_INPUT` for instance, without a word, and makes an RTMP ingress")],
      mend: "name one of these; `srt` is taken where LiveKit pulls it from a `source`")
    // The reference and the proto say "Only HTTP URLs" beside the enum; the reference's own example, the server and its
    // changelog (1.5.3) take srt.
    facts.pullSchemes = .published(["http", "https", "srt"], Source.server("CreateIngress would say `invalid ingress: invalid url scheme …`"))
    return facts
  }()

  /// Bytes, checked when the ingress joins its room. The server's sample configuration shows 0, which is no limit; these
  /// are what it goes by when nothing is configured.
  static let textLength = Limit.published(256, Source.server("limits of room name and participant identity, 256 bytes by default"))
  static let metadataLength = Limit.published(512 * 1024, Source.server("limit of participant metadata, 512 KiB by default"))

  /// What the encoder of a layer takes.
  static let layerBitrate = Limit.published(
    Bitrate(bitsPerSecond: 1000)...Bitrate(kilobits: 2_048_000), Source.gstreamer("x264enc bitrate, 1 to 2048000 kbit/s"))

  /// How long a session waits for media.
  static let silence = Limit.published(Seconds(60), Source.ingress("a session without media for 60 s ends with `source encoder not ready`"))

  /// The server that a field needs, for those who run one of their own.
  static let since: [(feature: String, version: String)] = [
    ("pulling", "1.4.5"), ("`srt://` sources", "1.5.3"), ("`participant_metadata`", "1.5.3"), ("`enable_transcoding`", "1.6.1"), ("`enabled`", "1.8.4"),
  ]

  package static let inexpressible: [Inexpressible] = [
    Inexpressible("description", "an ingress has a name, and `participant: {metadata: …}` for everybody in the room", Source.proto("CreateIngressRequest")),
    Inexpressible("labels", "an ingress has a name, and `participant: {metadata: …}` for everybody in the room", Source.proto("CreateIngressRequest")),
    Inexpressible("encoding", "LiveKit passes on only what comes over WHIP", Source.validation("enable_transcoding")),
    Inexpressible("ingest.protocols", "an ingress takes one input, by the first of the list that LiveKit takes", Source.proto("IngressInput")),
    Inexpressible("ingest.source", "an ingress either takes what is pushed or pulls", Source.proto("CreateIngressRequest.url")),
    Inexpressible("ingest.backup", "an ingress pulls one URL", Source.proto("CreateIngressRequest.url")),
    Inexpressible("ingest.allow", "whoever has the stream key may publish, from any address", Source.proto("IngressInfo.stream_key", strength: .inferred)),
    Inexpressible("ingest.token", "LiveKit makes the stream key itself: `stream_key` of the answer", Source.proto("IngressInfo.stream_key")),
  ] + ["ladder.defaults", "ladder.renditions"].flatMap(ofRenditions) + [
    Inexpressible("packaging", outside, egress),
    Inexpressible("recording", outside, egress),
    Inexpressible("simulcast", outside, egress),
    Inexpressible("playback", "viewers join the room, each with a token of the project's", Source.proto("CreateIngressRequest", strength: .inferred)),
    Inexpressible("webhook", "webhooks are set for a whole project or server", Source.proto("CreateIngressRequest")),
    Inexpressible("idle_timeout", "a session without media ends after 60s, always", Source.ingress("source encoder not ready after 60 s")),
  ]

  private static let outside = "what the room shows is recorded, packaged as HLS and sent on by the Egress service, with requests of its own"
  private static let egress = Source.proto("CreateIngressRequest has no such field; livekit_egress.proto has")

  private static func ofRenditions(_ path: String) -> [Inexpressible] {
    let layer = Source.proto("IngressVideoEncodingOptions and VideoLayer")
    let keyframes = "where keyframes fall is LiveKit's own affair"
    let fixed = "LiveKit's encoder settings are fixed: H.264 is constrained baseline, x264 veryfast for zero latency with a buffer of 1s"
    return [
      Inexpressible("\(path).gop", keyframes, layer), Inexpressible("\(path).keyframe_interval", keyframes, layer),
      Inexpressible("\(path).fps", "one frame rate is the most for every layer, the highest asked for", layer),
      Inexpressible("\(path).codec", "one codec serves every layer, the best one's", layer),
    ]
      + ["profile", "level", "tier", "encoder_preset", "rate_control", "bframes", "ref_frames", "lookahead", "crf", "max_bitrate", "buffer"].map {
        Inexpressible("\(path).\($0)", fixed, Source.ingress("encoder settings"))
      }
      + [
        Inexpressible("\(path).audio", "one sound serves every layer, the best one's", Source.proto("CreateIngressRequest.audio")),
        Inexpressible("\(path).audio.sample_rate", "Opus is sent at 48 kHz, always", Source.ingress("Opus at 48 kHz")),
      ]
  }
}
