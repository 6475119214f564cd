internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingTargetMissing = Rule<ParsedBody>(
    "recording-target-missing", family: id, severity: .error,
    summary: "a recording lacks its target or the target's settings",
    why: "Tenbyte records to its library or to a storage, and the request must choose one and contain its settings.",
    citation: Source.reference("recording.target, and what each requires", strength: .inferred),
    replaces: ["tenbyte/library-id-missing"],
    bad: [
      Example(body: "tenbyte.create", """
        {"recording": {⟦"enabled"⟧: true}}
        """),
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": true, "target": ⟦"s3"⟧}}
        """),
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": true, "target": ⟦"library"⟧}}
        """),
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": false, "target": ⟦"library"⟧}}
        """),
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": true, "target": "library", "library_id": "lib-1"}}
        """)
    ]
  ) { body, report in
    guard let recording = body.root["recording"], recording.isMapping else { return }
    let isEnabled = recording["enabled"]?.bool == true
    guard let target = recording["target"] else {
      guard isEnabled else { return }
      report.flag(
        recording.key("enabled") ?? recording.place, "`recording` is enabled but has no `target`; Tenbyte requires `library` or `s3`",
        help: ["add `\"target\": \"library\"` and a `library_id`", "add `\"target\": \"s3\"` and an `s3_config`"])
      return
    }
    let needs = ["library": "library_id", "s3": "s3_config"]
    guard let field = target.text.flatMap({ needs[$0] }), recording[field] == nil else { return }
    // The schema requires the id whether anything is recorded or not; for the bucket it states no such rule.
    guard isEnabled || field == "library_id" else { return }
    report.flag(
      target.place, "recording target `\(target.text ?? "")` has no `\(field)`, which Tenbyte requires", help: "add `\(field)`")
  }
}
