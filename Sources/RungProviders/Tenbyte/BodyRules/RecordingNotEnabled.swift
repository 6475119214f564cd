internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingNotEnabled = Rule<ParsedBody>(
    "recording-not-enabled", family: id, severity: .warning,
    summary: "a recording is configured and not enabled",
    why: "Nothing is recorded until `enabled` is true; it is false when it is omitted.",
    citation: Source.reference("recording.enabled, default false"),
    bad: [
      Example(body: "tenbyte.create", """
        {⟦"recording"⟧: {"target": "library", "library_id": "lib-1"}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": true, "target": "library", "library_id": "lib-1"}}
        """),
      Example(body: "tenbyte.create", """
        {"recording": {"enabled": false}}
        """)
    ]
  ) { body, report in
    guard let recording = body.root["recording"], recording.isMapping, recording["enabled"].map({ $0.bool == false }) ?? true,
      recording.node.entries.contains(where: { $0.key.value != "enabled" })
    else { return }
    let isStated = recording["enabled"] != nil
    report.flag(
      recording.key("enabled") ?? body.root.key("recording") ?? recording.place,
      "nothing is recorded: `recording` is configured, but `enabled` is \(isStated ? "false" : "not set")",
      // An explicit false is intended.
      help: isStated ? ["remove `recording`", "set `\"enabled\": true`"] : ["set `\"enabled\": true`", "remove `recording`"])
  }
}
