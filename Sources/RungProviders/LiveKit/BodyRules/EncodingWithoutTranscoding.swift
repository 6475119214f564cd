internal import RungSource
internal import RungSpec

extension LiveKit {
  static let encodingWithoutTranscoding = Rule<ParsedBody>(
    "encoding-without-transcoding", family: id, severity: .error,
    summary: "encoding settings without transcoding",
    why: "Without transcoding LiveKit passes the encoder's stream through, and rejects a request with encoding settings. WHIP is not transcoded unless the request says so.",
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
    // Other inputs require transcoding; another rule reports that.
    guard isOff, body.kind == "update" || body.root["input_type"]?.text == LiveKitInput.whip.rawValue else { return }
    for kind in ["video", "audio"] {
      guard let track = body.root[kind] else { continue }
      for field in ["preset", "options"] {
        guard let key = track.key(field) else { continue }
        report.flag(
          key, "`\(kind).\(field)` is not allowed without transcoding",
          notes: [answer("invalid transcoding bypass configuration: \(kind) encoding options must be empty if transcoding is disabled")]
            + (body.root["enable_transcoding"] == nil ? [MessageNote("WHIP is passed through unless `enable_transcoding` is true")] : []),
          // An author who turned transcoding off means it.
          help: body.root["enable_transcoding"] == nil
            ? ["set `\"enable_transcoding\": true`", "remove `\(field)`"] : ["remove `\(field)`", "set `\"enable_transcoding\": true`"])
      }
    }
  }
}
