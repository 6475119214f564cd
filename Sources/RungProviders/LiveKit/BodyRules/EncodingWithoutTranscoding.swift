internal import RungSource
internal import RungSpec

extension LiveKit {
  static let encodingWithoutTranscoding = Rule<ParsedBody>(
    "encoding-without-transcoding", family: id, severity: .error,
    summary: "an encoding is set where nothing is transcoded",
    why: "Without transcoding LiveKit passes on what the encoder sends. A request that sets an encoding all the same is refused; for WHIP that is so unless transcoding is asked for.",
    citation: Source.validation("encoding options must be empty if transcoding is disabled"),
    bad: [
      Example(body: "livekit.create", """
        {"input_type": "WHIP_INPUT", "participant_identity": "encoder-1", "video": {⟦"preset"⟧: "H264_720P_30FPS_3_LAYERS"}}
        """),
      Example(body: "livekit.create", """
        {"input_type": "WHIP_INPUT", "participant_identity": "encoder-1", "enable_transcoding": false, "audio": {⟦"options"⟧: {"channels": 2}}}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"input_type": "WHIP_INPUT", "participant_identity": "encoder-1", "enable_transcoding": true, "video": {"preset": "H264_720P_30FPS_3_LAYERS"}}
        """),
      Example(body: "livekit.create", """
        {"input_type": "WHIP_INPUT", "participant_identity": "encoder-1", "video": {"source": "CAMERA"}}
        """)
    ]
  ) { body, report in
    let isOff: Bool
    if let stated = body.root["enable_transcoding"] {
      isOff = stated.bool == false
    } else {
      isOff = body.kind == "create" && body.root["input_type"]?.text == LiveKitInput.whip.rawValue
    }
    // Other inputs cannot do without transcoding, which is the finding there.
    guard isOff, body.kind == "update" || body.root["input_type"]?.text == LiveKitInput.whip.rawValue else { return }
    for kind in ["video", "audio"] {
      guard let track = body.root[kind] else { continue }
      for field in ["preset", "options"] {
        guard let key = track.key(field) else { continue }
        report.flag(
          key, "`\(kind).\(field)` is set, and nothing is transcoded; LiveKit takes no encoding then",
          notes: [answer("invalid transcoding bypass configuration: \(kind) encoding options must be empty if transcoding is disabled")]
            + (body.root["enable_transcoding"] == nil ? [MessageNote("WHIP is passed on unless `enable_transcoding` is true")] : []),
          // Whoever wrote that nothing is to be transcoded means it.
          help: body.root["enable_transcoding"] == nil
            ? "write `\"enable_transcoding\": true`, or take `\(field)` away" : "take `\(field)` away, or write `\"enable_transcoding\": true`")
      }
    }
  }
}
