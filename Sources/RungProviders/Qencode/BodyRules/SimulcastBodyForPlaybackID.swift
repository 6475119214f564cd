internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastBodyForPlaybackID = Rule<ParsedBody>(
    "simulcast-body-for-playback-id", family: id, severity: .note,
    summary: "the body of a playback id request is that of a simulcast target",
    why: "The reference prints that body in its example of the request for playback ids. Its text and the tutorial have `policy`, without which no playback id is created.",
    citation: Source.reference("adding a playback id, input attributes: policy"),
    bad: [Example(body: "qencode.playback-id", "{⟦\"url\"⟧: \"rtmp://live.example.com/app\", \"stream_key\": \"<STREAM_KEY>\"}")],
    good: [Example(body: "qencode.playback-id", "{\"policy\": \"public\"}")]
  ) { body, report in
    guard body.kind == "playback-id", let place = body.root.key("url") ?? body.root.key("stream_key") else { return }
    report.flag(
      place, "this is the body of a simulcast target; the reference prints it by mistake as the example of a playback id",
      help: ["use `{\"policy\": \"public\"}` for a playback id", "send this body to `/simulcast-targets`"])
  }
}
