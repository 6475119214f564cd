package import RungSource
package import RungSpec

// The messages of `livekit_ingress.proto`, by their proto names. The server drops unknown JSON keys and unknown enum
// names without an error, so every name here is the exact one. Source of every field: ``LiveKit/Source/proto(_:strength:)``.

/// `IngressInput`. FILE_INPUT and SRT_INPUT (3 and 4) are commented out in the proto.
package enum LiveKitInput: String, Choice {
  case rtmp = "RTMP_INPUT"
  case whip = "WHIP_INPUT"
  case url = "URL_INPUT"

  package static let noun = "an input type"
  package static let aliases: [String: LiveKitInput] = ["rtmp": .rtmp, "rtmps": .rtmp, "whip": .whip, "webrtc": .whip, "url": .url, "pull": .url]

  package init?(pushedWith transport: IngestProtocol) {
    switch transport {
    // LiveKit Cloud hands out rtmps URLs for the RTMP input.
    case .rtmp, .rtmps: self = .rtmp
    case .whip: self = .whip
    case .srt: return nil
    }
  }

  package var isPushed: Bool { self != .url }
}

/// `TrackSource`.
package enum LiveKitTrackSource: String, Choice {
  case unknown = "UNKNOWN"
  case camera = "CAMERA"
  case microphone = "MICROPHONE"
  case screenShare = "SCREEN_SHARE"
  case screenShareAudio = "SCREEN_SHARE_AUDIO"

  package static let noun = "a track source"
  package static let aliases: [String: LiveKitTrackSource] = [
    "unknown": .unknown, "camera": .camera, "microphone": .microphone, "mic": .microphone, "screen_share": .screenShare,
    "screen": .screenShare, "screen_share_audio": .screenShareAudio,
  ]
}

/// `IngressVideoEncodingPreset`.
package enum LiveKitVideoPreset: String, Choice {
  case p720x3 = "H264_720P_30FPS_3_LAYERS"
  case p1080x3 = "H264_1080P_30FPS_3_LAYERS"
  case p540x2 = "H264_540P_25FPS_2_LAYERS"
  case p720x1 = "H264_720P_30FPS_1_LAYER"
  case p1080x1 = "H264_1080P_30FPS_1_LAYER"
  case p720x3HighMotion = "H264_720P_30FPS_3_LAYERS_HIGH_MOTION"
  case p1080x3HighMotion = "H264_1080P_30FPS_3_LAYERS_HIGH_MOTION"
  case p540x2HighMotion = "H264_540P_25FPS_2_LAYERS_HIGH_MOTION"
  case p720x1HighMotion = "H264_720P_30FPS_1_LAYER_HIGH_MOTION"
  case p1080x1HighMotion = "H264_1080P_30FPS_1_LAYER_HIGH_MOTION"

  package static let noun = "a video preset"
}

/// `IngressAudioEncodingPreset`. The missing `P` of the second is its real name.
package enum LiveKitAudioPreset: String, Choice {
  case stereo = "OPUS_STEREO_96KBPS"
  case mono = "OPUS_MONO_64KBS"

  package static let noun = "an audio preset"
  package static let aliases: [String: LiveKitAudioPreset] = ["opus_mono_64kbps": .mono]
}

/// `VideoCodec`. The server refuses H264_MAIN and H264_HIGH.
package enum LiveKitVideoCodec: String, Choice {
  case byDefault = "DEFAULT_VC"
  case h264Baseline = "H264_BASELINE"
  case h264Main = "H264_MAIN"
  case h264High = "H264_HIGH"
  case vp8 = "VP8"

  package static let noun = "a video codec of LiveKit's"

  package init?(_ codec: VideoCodec) {
    switch codec {
    case .h264: self = .h264Baseline
    case .vp8: self = .vp8
    case .h265, .av1, .vp9: return nil
    }
  }
}

/// `AudioCodec`. The server refuses AAC and AC_MP3.
package enum LiveKitAudioCodec: String, Choice {
  case byDefault = "DEFAULT_AC"
  case opus = "OPUS"
  case aac = "AAC"
  case mp3 = "AC_MP3"

  package static let noun = "an audio codec of LiveKit's"
}

/// `VideoQuality`.
package enum LiveKitQuality: String, Choice {
  case low = "LOW"
  case medium = "MEDIUM"
  case high = "HIGH"
  /// Taken by the server, and never encoded.
  case off = "OFF"

  package static let noun = "a video quality"

  /// Best first.
  package static let useful: [LiveKitQuality] = [.high, .medium, .low]

  /// The qualities of so many layers, best first: two are HIGH and LOW.
  package static func of(_ count: Int) -> [LiveKitQuality] {
    count == 2 ? [.high, .low] : Array(useful.prefix(count))
  }
}

// MARK: Requests

/// `CreateIngressRequest`.
package struct LiveKitCreate: Sendable {
  package var inputType: Located<LiveKitInput>?
  package var name: Located<String>?
  package var roomName: Located<String>?
  package var participantIdentity: Located<String>?
  package var participantName: Located<String>?
  package var participantMetadata: Located<String>?
  package var enableTranscoding: Located<Bool>?
  package var url: Located<String>?
  package var audio: Located<LiveKitAudio>?
  package var video: Located<LiveKitVideo>?
  package var enabled: Located<Bool>?

  package init() {}

  package static let shape = Shape("the create request", "Makes an ingress.", { LiveKitCreate() }) {
    Field("input_type", { $1(&$0.inputType) }, .proto(), of: .ingestMode, as: .words(["pull": LiveKitInput.url.rawValue, "push": LiveKitInput.rtmp.rawValue]), "`RTMP_INPUT` (the default), `WHIP_INPUT` or `URL_INPUT`; fixed at creation")
    Field("name", { $1(&$0.name) }, .text(0...Int.max), of: .name, "the name of the ingress")
    Field("room_name", { $1(&$0.roomName) }, .text(0...Int.max), of: .livekit("room"), "the room to publish to, up to 256 bytes; required for URL_INPUT")
    Field("participant_identity", { $1(&$0.participantIdentity) }, .string, required: true, of: .livekit("participant.identity"), "unique in the room, up to 256 bytes")
    Field("participant_name", { $1(&$0.participantName) }, .text(0...Int.max), of: .livekit("participant.name"), "what viewers see")
    Field("participant_metadata", { $1(&$0.participantMetadata) }, .text(0...Int.max), of: .livekit("participant.metadata"), "text for all participants of the room; server 1.5.3 or later")
    Field("enable_transcoding", { $1(&$0.enableTranscoding) }, .bool, of: .encoding, as: .words(["transcode": "true", "passthrough": "false"]), "default true; false for WHIP, the only input that supports false; server 1.6.1 or later")
    LiveKit.bypass()
    Field("url", { $1(&$0.url) }, .uri("https://origin.example.com/live.m3u8"), empty: .absentText, of: .sourceURL, "the source of URL_INPUT: `http`, `https` or `srt`; fixed at creation")
    Field("audio", { $1(&$0.audio) }, .object(LiveKitAudio.shape), of: .audio, "the audio track")
    Field("video", { $1(&$0.video) }, .object(LiveKitVideo.shape), of: .ladder, "the video track")
    Field("enabled", { $1(&$0.enabled) }, .bool, of: .livekit("enabled"), "false rejects encoders; not for URL_INPUT; server 1.8.4 or later")
  }
}

/// `IngressAudioOptions`: `preset` or `options`, never both.
package struct LiveKitAudio: Sendable {
  package var name: Located<String>?
  package var source: Located<LiveKitTrackSource>?
  package var preset: Located<LiveKitAudioPreset>?
  package var options: Located<LiveKitAudioOptions>?

  package static let shape = Shape("audio", "The audio track.", { LiveKitAudio() }) {
    Field("name", { $1(&$0.name) }, .text(0...Int.max), of: .livekit("audio.name"), "the track's name")
    Field("source", { $1(&$0.source) }, .proto([.unknown, .microphone, .screenShareAudio]), of: .livekit("audio.source"), "what it carries")
    Field("preset", { $1(&$0.preset) }, .proto(), group: "IngressAudioOptions.encoding_options", "a preset, in place of `options`")
    Field("options", { $1(&$0.options) }, .object(LiveKitAudioOptions.shape), group: "IngressAudioOptions.encoding_options", "settings of your own, in place of `preset`")
  }
}

/// `IngressAudioEncodingOptions`.
package struct LiveKitAudioOptions: Sendable {
  package var audioCodec: Located<LiveKitAudioCodec>?
  package var bitrate: Located<Int>?
  package var channels: Located<Int>?
  package var disableDTX: Located<Bool>?

  package static let shape = Shape("audio.options", "How the audio is encoded.", { LiveKitAudioOptions() }) {
    Field("audio_codec", { $1(&$0.audioCodec) }, .proto([.byDefault, .opus]), of: .audioCodec, as: .words(["opus": LiveKitAudioCodec.opus.rawValue, "aac": LiveKitAudioCodec.aac.rawValue, "mp3": LiveKitAudioCodec.mp3.rawValue]), "`OPUS`, which is the default")
    Field("bitrate", { $1(&$0.bitrate) }, .integer(0...Int(UInt32.max)), of: .audioBitrate, as: .bits, "bps; 0 is 96000 (64000 for mono)")
    Field("channels", { $1(&$0.channels) }, .integer(0...2), of: .audioChannels, "1 or 2; 0 is 2")
    Field("disable_dtx", { $1(&$0.disableDTX) }, .bool, of: .livekit("audio.disable_dtx"), "true keeps sending during silence")
  }
}

/// `IngressVideoOptions`: `preset` or `options`, never both.
package struct LiveKitVideo: Sendable {
  package var name: Located<String>?
  package var source: Located<LiveKitTrackSource>?
  package var preset: Located<LiveKitVideoPreset>?
  package var options: Located<LiveKitVideoOptions>?

  package init() {}

  package static let shape = Shape("video", "The video track.", { LiveKitVideo() }) {
    Field("name", { $1(&$0.name) }, .text(0...Int.max), of: .livekit("video.name"), "the track's name")
    Field("source", { $1(&$0.source) }, .proto([.unknown, .camera, .screenShare]), of: .livekit("video.source"), "what it shows")
    Field("preset", { $1(&$0.preset) }, .proto(), group: "IngressVideoOptions.encoding_options", "a preset, in place of `options`")
    Field("options", { $1(&$0.options) }, .object(LiveKitVideoOptions.shape), group: "IngressVideoOptions.encoding_options", "settings of your own, in place of `preset`")
  }
}

/// `IngressVideoEncodingOptions`.
package struct LiveKitVideoOptions: Sendable {
  package var videoCodec: Located<LiveKitVideoCodec>?
  package var frameRate: Located<Rational>?
  package var layers: Located<[Located<LiveKitLayer>]>?

  package static let shape = Shape("video.options", "How the video is encoded.", { LiveKitVideoOptions() }) {
    Field("video_codec", { $1(&$0.videoCodec) }, .proto([.byDefault, .h264Baseline, .vp8]), of: .codec, as: .words(["h264": LiveKitVideoCodec.h264Baseline.rawValue, "vp8": LiveKitVideoCodec.vp8.rawValue, "h264": LiveKitVideoCodec.h264Main.rawValue, "h264": LiveKitVideoCodec.h264High.rawValue]), "`H264_BASELINE`, which is the default, or `VP8`")
    Field("frame_rate", { $1(&$0.frameRate) }, .number(), of: .fps, "the most frames per second that any layer has; the server drops decimals; 0 is 30")
    Field("layers", { $1(&$0.layers) }, .list(.object(LiveKitLayer.shape), count: .free), of: .renditions, "one for each of `HIGH`, `MEDIUM`, `LOW`; none is 1280x720 and two smaller ones")
  }
}

/// `VideoLayer`.
package struct LiveKitLayer: Sendable {
  package var quality: Located<LiveKitQuality>?
  package var width: Located<Int>?
  package var height: Located<Int>?
  package var bitrate: Located<Int>?

  package static let shape = Shape("a layer", "One of the sizes that viewers are sent.", { LiveKitLayer() }) {
    Field("quality", { $1(&$0.quality) }, .proto(), of: .renditionName, as: .upperCase, "`HIGH`, `MEDIUM` or `LOW`, each once; default `LOW`")
    Field("width", { $1(&$0.width) }, .integer(Resolution.sides), required: true, of: .resolution, as: .width, "pixels, even")
    Field("height", { $1(&$0.height) }, .integer(Resolution.sides), required: true, of: .resolution, as: .height, "pixels, even")
    Field("bitrate", { $1(&$0.bitrate) }, .integer(0...Int(UInt32.max)), of: .bitrate, as: .bits, "bps, not kbps; 0 is computed from size and frame rate")
    unread("ssrc", .integer(0...Int(UInt32.max)))
    unread("spatial_layer", .integer(Int(Int32.min)...Int(Int32.max)))
    unread("rid", .text(0...Int.max))
    unread("repair_ssrc", .integer(0...Int(UInt32.max)))
  }
  private static func unread<Value>(_ key: String, _ type: FieldType<Value>) -> Field<LiveKitLayer> {
    Field(key, ignored: type, "an ingress sets its own", LiveKit.Source.ingress("layers are read for quality, size and bitrate"))
  }
}

/// `UpdateIngressRequest`: what is left out, or empty, stays as it is. `audio` and `video` replace what was there whole.
package struct LiveKitUpdate: Sendable {
  package var ingressID: Located<String>?
  package var name: Located<String>?
  package var roomName: Located<String>?
  package var participantIdentity: Located<String>?
  package var participantName: Located<String>?
  package var participantMetadata: Located<String>?
  package var enableTranscoding: Located<Bool>?
  package var audio: Located<LiveKitAudio>?
  package var video: Located<LiveKitVideo>?
  package var enabled: Located<Bool>?

  package static let shape = Shape("the update request", "Changes an ingress that takes RTMP or WHIP.", { LiveKitUpdate() }) {
    Field("ingress_id", { $1(&$0.ingressID) }, .string, required: true, "`IN_…`, from the answer to create")
    Field("name", { $1(&$0.name) }, .text(0...Int.max), of: .name, "the name of the ingress")
    Field("room_name", { $1(&$0.roomName) }, .text(0...Int.max), of: .livekit("room"), "the room to publish to, up to 256 bytes")
    Field("participant_identity", { $1(&$0.participantIdentity) }, .text(0...Int.max), of: .livekit("participant.identity"), "unique in the room, up to 256 bytes")
    Field("participant_name", { $1(&$0.participantName) }, .text(0...Int.max), of: .livekit("participant.name"), "what viewers see")
    Field("participant_metadata", { $1(&$0.participantMetadata) }, .text(0...Int.max), of: .livekit("participant.metadata"), "text for all participants of the room")
    Field("enable_transcoding", { $1(&$0.enableTranscoding) }, .bool, of: .encoding, as: .words(["transcode": "true", "passthrough": "false"]), "a change from false to true needs a separate request, before the encodings")
    LiveKit.bypass()
    Field("audio", { $1(&$0.audio) }, .object(LiveKitAudio.shape), of: .audio, "the audio track, whole")
    Field("video", { $1(&$0.video) }, .object(LiveKitVideo.shape), of: .ladder, "the video track, whole")
    Field("enabled", { $1(&$0.enabled) }, .bool, of: .livekit("enabled"), "false rejects encoders")
  }
}

/// `ListIngressRequest`.
package struct LiveKitList: Sendable {
  package var ingressID: Located<String>?
  package var roomName: Located<String>?
  package var pageToken: Located<LiveKitPageToken>?

  package static let shape = Shape("the list request", "Asks what ingresses there are, and in which state.", { LiveKitList() }) {
    Field("ingress_id", { $1(&$0.ingressID) }, .string, empty: .absentText, "one ingress only")
    Field("room_name", { $1(&$0.roomName) }, .string, empty: .absentText, "ingresses of one room only")
    Field("page_token", { $1(&$0.pageToken) }, .object(LiveKitPageToken.shape), "`next_page_token` of the answer before")
  }
}

/// `TokenPagination`.
package struct LiveKitPageToken: Sendable {
  package var token: Located<String>?

  package static let shape = Shape("page_token", "Where the next page begins.", { LiveKitPageToken() }) {
    Field("token", { $1(&$0.token) }, .string, required: true, "as in the answer")
  }
}

/// `DeleteIngressRequest`.
package struct LiveKitDelete: Sendable {
  package var ingressID: Located<String>?

  package static let shape = Shape("the delete request", "Ends an ingress, and a session that runs.", { LiveKitDelete() }) {
    Field("ingress_id", { $1(&$0.ingressID) }, .string, required: true, "`IN_…`, from the answer to create")
  }
}

extension LiveKit {
  fileprivate static func bypass<Body>() -> Field<Body> {
    Field(
      "bypass_transcoding", ignored: .bool, "the server reads only `enable_transcoding`", Source.server("neither CreateIngress nor UpdateIngress reads it"),
      instead: "remove it: RTMP and URL inputs are always transcoded; a WHIP input is forwarded unchanged unless `enable_transcoding` is true")
  }
}

extension FieldType where Value: Choice {
  /// An enum whose cases are in the order of the proto, which numbers them.
  ///
  /// - Parameter taken: those that the server does not refuse.
  fileprivate static func proto(_ taken: [Value] = Array(Value.allCases)) -> FieldType {
    choice.described(.numbered(noun: Value.noun, Value.words, taken: taken.map(\.rawValue)))
  }
}
