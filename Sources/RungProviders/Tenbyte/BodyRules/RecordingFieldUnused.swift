internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingFieldUnused = Rule<ParsedBody>(
    "recording-field-unused", family: id, severity: .warning,
    summary: "settings of another recording target than the chosen one",
    why: "A recording goes to one target. Settings of the other are ignored, or used in an undocumented way.",
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
        key, "`\(field)` does not apply to recording target `\(name)`", notes: [MessageNote("the target is set here", at: target.place.span)],
        help: ["remove `\(field)`", "set the other target"])
    }
    if name == "s3", let key = recording.key("prefix"), recording["s3_config"]?.key("prefix") != nil {
      report.flag(
        key, "`prefix` is set here and in `s3_config`; Tenbyte does not document which one it uses",
        notes: [MessageNote("the other is set here", at: recording["s3_config"]?.key("prefix")?.span)], help: "remove this one and keep the one in `s3_config`")
    }
  }
}
