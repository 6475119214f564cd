internal import RungSource
internal import RungSpec

/// A message of `livekit_ingress.proto`, as far as reading its JSON needs it. Order and numbers of enum values are the
/// proto's. Source: ``LiveKit/Source/proto(_:strength:)``.
final class LiveKitMessage: Sendable {
  enum Kind: Sendable {
    case text, flag, uint32, int32, double
    /// By number, with the noun of the enum.
    case choice(noun: String, [String])
    case message(LiveKitMessage)
    case list(LiveKitMessage)
  }

  struct Field: Sendable {
    let name: String
    let kind: Kind
    /// Fields of one oneof exclude each other.
    let oneOf: String?

    init(_ name: String, _ kind: Kind, oneOf: String? = nil) {
      self.name = name
      self.kind = kind
      self.oneOf = oneOf
    }
  }

  let name: String
  let fields: [Field]

  init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// By its proto name or by its JSON name: `input_type`, `inputType`.
  func field(_ key: String) -> Field? { fields.first { $0.name == key || $0.name.camelCase == key } }

  // MARK: The proto

  static func of(_ kind: String) -> LiveKitMessage? {
    switch kind {
    case "create": create
    case "update": update
    case "list": list
    case "delete": LiveKitMessage("DeleteIngressRequest", [Field("ingress_id", .text)])
    default: nil
    }
  }

  /// `CreateIngressRequest`, and the other fields of IngressInfo, which answers it.
  static let create = LiveKitMessage(
    "CreateIngressRequest",
    [Field("input_type", .choice(noun: LiveKitInput.noun, LiveKitInput.words)), Field("url", .text)] + common + [
      Field("stream_key", .text), Field("reusable", .flag), Field("state", .message(LiveKitMessage("IngressState", []))),
    ])

  static let update = LiveKitMessage("UpdateIngressRequest", common)

  private static let list = LiveKitMessage(
    "ListIngressRequest",
    [Field("ingress_id", .text), Field("room_name", .text), Field("page_token", .message(LiveKitMessage("TokenPagination", [Field("token", .text)])))])

  private static let common = [
    Field("ingress_id", .text), Field("name", .text), Field("room_name", .text), Field("participant_identity", .text),
    Field("participant_name", .text), Field("participant_metadata", .text), Field("bypass_transcoding", .flag),
    Field("enable_transcoding", .flag), Field("audio", .message(audio)), Field("video", .message(video)), Field("enabled", .flag),
  ]

  private static let sources = ["UNKNOWN", "CAMERA", "MICROPHONE", "SCREEN_SHARE", "SCREEN_SHARE_AUDIO"]

  private static let audio = LiveKitMessage(
    "IngressAudioOptions",
    [
      Field("name", .text), Field("source", .choice(noun: LiveKitTrackSource.noun, sources)),
      Field("preset", .choice(noun: LiveKitAudioPreset.noun, LiveKitAudioPreset.words), oneOf: "encoding_options"),
      Field(
        "options",
        .message(
          LiveKitMessage(
            "IngressAudioEncodingOptions",
            [
              Field("audio_codec", .choice(noun: LiveKitAudioCodec.noun, LiveKitAudioCodec.words)), Field("bitrate", .uint32),
              Field("channels", .uint32), Field("disable_dtx", .flag),
            ])), oneOf: "encoding_options"),
    ])

  private static let video = LiveKitMessage(
    "IngressVideoOptions",
    [
      Field("name", .text), Field("source", .choice(noun: LiveKitTrackSource.noun, sources)),
      Field("preset", .choice(noun: LiveKitVideoPreset.noun, LiveKitVideoPreset.words), oneOf: "encoding_options"),
      Field(
        "options",
        .message(
          LiveKitMessage(
            "IngressVideoEncodingOptions",
            [
              Field("video_codec", .choice(noun: LiveKitVideoCodec.noun, LiveKitVideoCodec.words)), Field("frame_rate", .double),
              Field("layers", .list(layer)),
            ])), oneOf: "encoding_options"),
    ])

  private static let layer = LiveKitMessage(
    "VideoLayer",
    [
      Field("quality", .choice(noun: LiveKitQuality.noun, LiveKitQuality.words)), Field("width", .uint32), Field("height", .uint32),
      Field("bitrate", .uint32), Field("ssrc", .uint32), Field("spatial_layer", .int32), Field("rid", .text), Field("repair_ssrc", .uint32),
    ])
}

extension String {
  /// The JSON name of a proto name: `room_name` → `roomName`.
  var camelCase: String {
    var result = ""
    var isRaised = false
    for character in self {
      if character == "_" {
        isRaised = true
      } else {
        result += isRaised ? character.uppercased() : String(character)
        isRaised = false
      }
    }
    return result
  }
}
