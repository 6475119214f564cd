internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pullWithoutURL = Rule<ParsedBody>(
    "pull-without-url", family: id, severity: .error,
    summary: "URL_INPUT without a URL",
    why: "With URL_INPUT LiveKit opens the connection as soon as the ingress is created, so it requires the URL.",
    citation: Source.server("CreateIngress: missing URL parameter"),
    replaces: ["livekit/pull-source-missing"],
    bad: [
      Example(body: "livekit.create", """
        {"input_type": ⟦"URL_INPUT"⟧, "room_name": "news", "participant_identity": "encoder-1"}
        """)
    ],
    good: [
      Example(body: "livekit.create", """
        {"input_type": "URL_INPUT", "url": "https://cdn.example.com/live.m3u8", "room_name": "news", "participant_identity": "encoder-1"}
        """)
    ]
  ) { body, report in
    guard body.kind == "create", let input = body.root["input_type"], input.text == LiveKitInput.url.rawValue,
      (body.root["url"].map { $0.text == "" } ?? true)
    else { return }
    report.flag(
      input.place, "`input_type` is URL_INPUT, but `url` is not set", notes: [answer("invalid ingress: missing URL parameter")],
      help: "add `url`, an http, https or srt address")
  }
}
