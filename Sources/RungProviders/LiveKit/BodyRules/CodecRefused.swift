internal import RungSource
internal import RungSpec

extension LiveKit {
  static let codecRefused = Rule<ParsedBody>(
    "codec-refused", family: id, severity: .error,
    summary: "a codec that the proto lists but the server rejects",
    why: "The proto lists more codecs than an ingress encodes to. The server rejects the others.",
    citation: Source.validation("video and audio codec unsupported"),
    replaces: ["livekit/audio-codec-changed", "provider/video-codec-not-taken"],
    bad: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"video_codec": ⟦"H264_HIGH"⟧, "layers": []}}}
        """),
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "audio": {"options": {"audio_codec": ⟦"AAC"⟧}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"participant_identity": "encoder-1", "video": {"options": {"video_codec": "VP8", "layers": []}}, "audio": {"options": {"audio_codec": "OPUS"}}}
        """)
    ]
  ) { body, report in
    if let codec = body.root["video"]?["options"]?["video_codec"], codec.text == LiveKitVideoCodec.h264Main.rawValue || codec.text == LiveKitVideoCodec.h264High.rawValue {
      report.flag(
        codec.place, "`video_codec` `\(codec.text ?? "")` is not supported; LiveKit encodes to H264_BASELINE or VP8",
        notes: [answer("invalid video parameters: video codec unsupported")], help: ["set `\"video_codec\": \"H264_BASELINE\"`", "remove `video_codec`"])
    }
    if let codec = body.root["audio"]?["options"]?["audio_codec"], codec.text == LiveKitAudioCodec.aac.rawValue || codec.text == LiveKitAudioCodec.mp3.rawValue {
      report.flag(
        codec.place, "`audio_codec` `\(codec.text ?? "")` is not supported; LiveKit encodes to OPUS",
        notes: [answer("invalid audio parameters: audio codec unsupported")], help: ["set `\"audio_codec\": \"OPUS\"`", "remove `audio_codec`"])
    }
  }
}
