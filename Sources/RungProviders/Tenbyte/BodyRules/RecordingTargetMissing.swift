internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingTargetMissing = Rule<ParsedBody>(
    "recording-target-missing", family: id, severity: .error,
    summary: "a recording that says not where to",
    why: "Tenbyte records to its library or to a storage, and has to be told which, with what it needs to get there.",
    citation: Source.reference("recording.target, and what each requires", strength: .inferred),
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
        recording.key("enabled") ?? recording.place, "`recording` is enabled and has no `target`; Tenbyte needs `library` or `s3`",
        help: "add `\"target\": \"library\"` and a `library_id`, or `\"target\": \"s3\"` and an `s3_config`")
      return
    }
    let needs = ["library": "library_id", "s3": "s3_config"]
    guard let field = target.text.flatMap({ needs[$0] }), recording[field] == nil else { return }
    // The schema asks for the id whether anything is recorded or not; of the bucket it says nothing.
    guard isEnabled || field == "library_id" else { return }
    report.flag(
      target.place, "`target` is \(target.text ?? ""), and `recording` has no `\(field)`, which Tenbyte requires", help: "add `\(field)`")
  }
}
