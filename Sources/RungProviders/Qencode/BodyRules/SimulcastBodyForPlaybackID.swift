internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastBodyForPlaybackID = Rule<ParsedBody>(
    "simulcast-body-for-playback-id", family: id, severity: .note,
    summary: "a playback id is asked for with the body of a simulcast target",
    why: "The reference prints that body in the example of the request for playback ids. Its text, and the tutorial, have `policy`: without it there is no playback id.",
    citation: Source.reference("adding a playback id, input attributes: policy"),
    bad: [Example(body: "qencode.playback-id", "{⟦\"url\"⟧: \"rtmp://live.example.com/app\", \"stream_key\": \"<STREAM_KEY>\"}")],
    good: [Example(body: "qencode.playback-id", "{\"policy\": \"public\"}")]
  ) { body, report in
    guard body.kind == "playback-id", let place = body.root.key("url") ?? body.root.key("stream_key") else { return }
    report.flag(
      place, "this is the body of a simulcast target, which the reference prints by mistake in its example of a playback id",
      help: "the body of a playback id is `{\"policy\": \"public\"}`; send this one to `/simulcast-targets`")
  }
}
