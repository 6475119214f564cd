internal import RungSource
internal import RungSpec

extension LiveKit {
  static let transcodingWithEncoding = Rule<ParsedBody>(
    "transcoding-with-encoding", family: id, severity: .warning,
    summary: "one update enables transcoding and sets an encoding",
    why: "The server checks the encoding against the stored ingress. Where that does not transcode yet, both together are rejected; two updates are accepted.",
    citation: Source.server("UpdateIngress: the stored bypass is checked before it is replaced"),
    bad: [
      Example(body: "livekit.update", """
        {"ingress_id": "IN_1", ⟦"enable_transcoding"⟧: true, "video": {"preset": "H264_720P_30FPS_3_LAYERS"}}
        """)
    ],
    good: [
      Example(body: "livekit.update", """
        {"ingress_id": "IN_1", "enable_transcoding": true}
        """)
    ]
  ) { body, report in
    guard body.kind == "update", body.root["enable_transcoding"]?.bool == true, let key = body.root.key("enable_transcoding"),
      ["video", "audio"].contains(where: { kind in ["preset", "options"].contains { body.root[kind]?.key($0) != nil } })
    else { return }
    report.flag(
      key, "one update has `enable_transcoding` and an encoding; an ingress that does not transcode yet requires two updates",
      notes: [answer("invalid transcoding bypass configuration: video encoding options must be empty if transcoding bypass is selected")],
      help: "send `enable_transcoding` in a separate update before the encoding")
  }
}
