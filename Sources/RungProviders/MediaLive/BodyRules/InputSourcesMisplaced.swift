internal import RungSource
internal import RungSpec

extension MediaLive {
  static let inputSourcesMisplaced = Rule<ParsedBody>(
    "input-sources-misplaced", family: id, severity: .error,
    summary: "sources of an input that is pushed to, or an input that fetches without sources",
    why: "Pull inputs have `Sources`, push inputs `Destinations`.",
    citation: Source.medialive("CreateInput.Sources: only specify sources for PULL type inputs; leave destinations empty"),
    bad: [
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": "URL_PULL", "Destinations": ⟦[{"StreamName": "live/primary"}]⟧, "Sources": [{"Url": "https://example.com/live.m3u8"}]}
        """),
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": "RTMP_PUSH", "InputSecurityGroups": ["1234567"], "Sources": ⟦[{"Url": "https://example.com/live.m3u8"}]⟧}
        """)
    ],
    good: [
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": "URL_PULL", "Sources": [{"Url": "https://example.com/live.m3u8"}]}
        """)
    ]
  ) { body, report in
    guard body.kind == "create-input", !body.isAnswer, let type = body.root["Type"]?.text else { return }
    let pulls = ["URL_PULL", "RTMP_PULL", "MP4_FILE", "TS_FILE"].contains(type)
    let pushes = ["RTMP_PUSH", "RTP_PUSH", "UDP_PUSH"].contains(type)
    guard pulls || pushes, let wrong = body.root[pulls ? "Destinations" : "Sources"], !wrong.isUnread, !wrong.items.isEmpty else { return }
    report.flag(
      wrong.place, "\(type) \(pulls ? "fetches: it has `Sources`, and no `Destinations`" : "is pushed to: it has `Destinations`, and no `Sources`")",
      help: "remove `\(pulls ? "Destinations" : "Sources")`")
  }
}
