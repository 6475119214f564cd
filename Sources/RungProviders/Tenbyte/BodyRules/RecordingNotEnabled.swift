internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingNotEnabled = Rule<ParsedBody>(
    "recording-not-enabled", family: id, severity: .warning,
    summary: "a recording is set up and not switched on",
    why: "Nothing is recorded until `enabled` is true; it is false when it is left out.",
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
      "`recording` is set up, and `enabled` is \(isStated ? "false" : "missing"); nothing is recorded",
      // Whoever wrote that nothing is to be recorded means it.
      help: isStated ? "take `recording` away, or write `\"enabled\": true`" : "write `\"enabled\": true`, or take `recording` away")
  }
}
