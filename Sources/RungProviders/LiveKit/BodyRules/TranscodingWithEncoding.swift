internal import RungSource
internal import RungSpec

extension LiveKit {
  static let transcodingWithEncoding = Rule<ParsedBody>(
    "transcoding-with-encoding", family: id, severity: .warning,
    summary: "one update switches transcoding on and sets an encoding",
    why: "The server holds the encoding against what is stored. Where that still says that nothing is transcoded, both together are refused; in two updates they are taken.",
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
      key, "`enable_transcoding` and an encoding stand in one update; an ingress that does not transcode yet takes them in two",
      notes: [answer("invalid transcoding bypass configuration: video encoding options must be empty if transcoding bypass is selected")],
      help: "send `enable_transcoding` in an update of its own, before the encoding")
  }
}
