internal import RungSource
internal import RungSpec

extension MKIO {
  static let encodingTypeDeprecated = Rule<ParsedBody>(
    "encoding-type-deprecated", family: id, severity: .warning,
    summary: "`encodingType` has its old name",
    why: "`None` is the old name of PassthroughStandard. MK.IO still accepts it; how long is not documented.",
    citation: Source.ams("live event encoding types: None is deprecated, use PassthroughStandard"),
    bad: [
      Example(body: "mkio.live-event", "{\"tags\": {}, \"properties\": {\"encoding\": {\"encodingType\": ⟦\"None\"⟧}}}")
    ],
    good: [
      Example(body: "mkio.live-event", "{\"tags\": {}, \"properties\": {\"encoding\": {\"encodingType\": \"PassthroughStandard\"}}}")
    ]
  ) { body, report in
    guard let type = body.root["properties"]?["encoding"]?["encodingType"], type.text == "None" else { return }
    report.flag(type.place, "`None` is a deprecated name; expected `PassthroughStandard`", help: "set `\"encodingType\": \"PassthroughStandard\"`")
  }
}
