internal import RungSource
internal import RungSpec

extension LiveKit {
  /// The documents and the public source code that the facts come from.
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

    /// The checks of CreateIngress and UpdateIngress, and of an ingress when an encoder connects.
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

    /// `lk`, which reads requests by protojson and sends none that has an unknown key.
    static let client = Citation(
      "LiveKit CLI", "cmd/lk/proto.go: requests are read by protojson, which refuses unknown fields", url: "https://github.com/livekit/livekit-cli", checked: day)

    /// The encoders that the ingress service uses, and what they support.
    static func gstreamer(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("GStreamer 1.22 encoders", locator, url: "https://gstreamer.freedesktop.org/documentation", checked: day, strength: strength)
    }
  }

  /// The server's answer, where it would reject what was found.
  static func answer(_ text: String) -> MessageNote { MessageNote("the server would answer: \"\(text)\"") }

  /// The answer to an encoder that connects to such an ingress.
  static func told(_ text: String) -> MessageNote { MessageNote("an encoder that connects gets the answer: \"\(text)\"") }

  package static var published: [Facts] { [facts(for: Decision(input: nil, because: nil, transcodes: true, order: []))] }

  package static func facts(for decision: Decision) -> Facts {
    decision.transcodes ? transcoding : forwarding
  }

  private static let transcoding: Facts = {
    var facts = common
    // livekit/layer-of-another-shape checks single layers.
    facts.keepsShape = true
    facts.videoRenditions = .published(
      0...3, Source.validation("a quality is HIGH, MEDIUM or LOW, and `more than one layer with the same quality level` is refused"))
    facts.videoCodecs = .published([.h264, .vp8], Source.validation("the server would say `invalid video parameters: video codec unsupported`"))
    facts.audioChannels = .published([1, 2], Source.validation("the server would say `invalid audio parameters: invalid audio channel count`"))
    // The server accepts any number; outside of the encoder's range it is ignored.
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
      notes: [MessageNote("the server ignores an unknown name such as `SRT_INPUT` without an error and creates an RTMP ingress")],
      mend: "use one of these (LiveKit supports `srt` only where it pulls from \(path: .ingestSource))")
    // The reference and the proto say "Only HTTP URLs" beside the enum; the reference's own example, the server and its
    // changelog (1.5.3) accept srt.
    facts.pullSchemes = .published(["http", "https", "srt"], Source.server("CreateIngress would say `invalid ingress: invalid url scheme …`"))
    return facts
  }()

  /// Bytes, checked when the ingress joins its room. The server's sample configuration shows 0, which is no limit; these are
  /// its defaults where nothing is configured.
  static let textLength = Limit.published(256, Source.server("limits of room name and participant identity, 256 bytes by default"))
  static let metadataLength = Limit.published(512 * 1024, Source.server("limit of participant metadata, 512 KiB by default"))

  /// What the encoder of a layer supports.
  static let layerBitrate = Limit.published(
    Bitrate(bitsPerSecond: 1000)...Bitrate(kilobits: 2_048_000), Source.gstreamer("x264enc bitrate, 1 to 2048000 kbit/s"))

  /// How long a session waits for media.
  static let silence = Limit.published(Seconds(60), Source.ingress("a session without media for 60 s ends with `source encoder not ready`"))

  /// The server version that a field requires, for self-hosted servers.
  static let since: [(feature: String, version: String)] = [
    ("pulling", "1.4.5"), ("`srt://` sources", "1.5.3"), ("`participant_metadata`", "1.5.3"), ("`enable_transcoding`", "1.6.1"), ("`enabled`", "1.8.4"),
  ]

  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible("description", "an ingress has a name, and `participant: {metadata: …}` for everybody in the room", Source.proto("CreateIngressRequest")),
    Inexpressible("labels", "an ingress has a name, and `participant: {metadata: …}` for everybody in the room", Source.proto("CreateIngressRequest")),
    Inexpressible("encoding", "LiveKit supports passthrough over WHIP only", Source.validation("enable_transcoding")),
    Inexpressible("ingest.protocols", "an ingress has one input, the first of the list that LiveKit supports", Source.proto("IngressInput")),
    Inexpressible("ingest.source", "an ingress either pulls or is pushed to", Source.proto("CreateIngressRequest.url")),
    Inexpressible("ingest.backup", "an ingress pulls one URL", Source.proto("CreateIngressRequest.url")),
    Inexpressible.reliedOn("ingest.allow", "everybody who has the stream key may publish, from any address", Source.proto("IngressInfo.stream_key", strength: .inferred)),
    Inexpressible("ingest.token", "LiveKit generates the stream key: `stream_key` of the answer", Source.proto("IngressInfo.stream_key")),
  ] + ["ladder.defaults", "ladder.renditions"].flatMap(ofRenditions) + [
    Inexpressible("packaging", outside, egress),
    Inexpressible("recording", outside, egress),
    Inexpressible.reliedOn("recording.destinations", outside, egress),
    Inexpressible.reliedOn("recording.library", outside, egress),
    Inexpressible.reliedOn("simulcast", outside, egress),
    Inexpressible("playback", "viewers join the room, each with a token of the project's", Source.proto("CreateIngressRequest", strength: .inferred)),
    Inexpressible("webhook", "webhooks are set for a whole project or server", Source.proto("CreateIngressRequest")),
    Inexpressible("idle_timeout", "a session without media always ends after 60s", Source.ingress("source encoder not ready after 60 s")),
  ]

  private static let outside = "recording, HLS packaging and restreaming are done by LiveKit Egress, which has its own API"
  private static let egress = Source.proto("CreateIngressRequest has no such field; livekit_egress.proto has")

  private static func ofRenditions(_ path: String) -> [Inexpressible] {
    let layer = Source.proto("IngressVideoEncodingOptions and VideoLayer")
    let keyframes = "LiveKit chooses keyframe positions itself"
    let fixed = "LiveKit's encoder settings are fixed: H.264 is constrained baseline, x264 veryfast for zero latency with a buffer of 1s"
    return [
      Inexpressible("\(path).gop", keyframes, layer), Inexpressible("\(path).keyframe_interval", keyframes, layer),
      Inexpressible("\(path).fps", "all layers have one maximum frame rate, the highest of the renditions", layer),
      Inexpressible("\(path).codec", "all layers have one codec, that of the best rendition", layer),
    ]
      + ["profile", "level", "tier", "encoder_preset", "rate_control", "bframes", "ref_frames", "lookahead", "crf", "max_bitrate", "buffer"].map {
        Inexpressible("\(path).\($0)", fixed, Source.ingress("encoder settings"))
      }
      + [
        Inexpressible("\(path).audio", "all layers have the same audio, that of the best rendition", Source.proto("CreateIngressRequest.audio")),
        Inexpressible("\(path).audio.sample_rate", "Opus is always sent at 48 kHz", Source.ingress("Opus at 48 kHz")),
      ]
  }
}
