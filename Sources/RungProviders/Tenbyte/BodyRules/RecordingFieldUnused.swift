internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingFieldUnused = Rule<ParsedBody>(
    "recording-field-unused", family: id, severity: .warning,
    summary: "settings of a recording target that is not the one",
    why: "A recording goes to one target. What is said of the other is not used, or used in a way that is not documented.",
    citation: Source.reference("recording: fields by target", strength: .inferred),
    bad: [
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": true, "target": "s3", ⟦"library_id"⟧: "lib-1", "s3_config": {}}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": true, "target": "library", "library_id": "lib-1", "folder_id": "a"}}
        """)
    ]
  ) { body, report in
    guard let recording = body.root["recording"], recording.isMapping, let target = recording["target"], let name = target.text else { return }
    let others = name == "s3" ? ["library_id", "folder_id"] : ["s3_config"]
    for field in others {
      guard let key = recording.key(field) else { continue }
      report.flag(
        key, "`\(field)` is set, and the `target` is \(name)", notes: [MessageNote("the target stands here", at: target.place.span)], help: "take it away, or choose the other target")
    }
    if name == "s3", let key = recording.key("prefix"), recording["s3_config"]?.key("prefix") != nil {
      report.flag(
        key, "`prefix` stands here and in `s3_config`; Tenbyte does not say which of the two counts",
        notes: [MessageNote("the other stands here", at: recording["s3_config"]?.key("prefix")?.span)], help: "keep the one in `s3_config`")
    }
  }
}
