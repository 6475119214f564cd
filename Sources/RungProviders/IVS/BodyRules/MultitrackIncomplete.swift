internal import RungSource
internal import RungSpec

extension IVS {
  static let multitrackIncomplete = Rule<ParsedBody>(
    "multitrack-incomplete", family: id, severity: .error,
    summary: "multitrack input is enabled without what it requires",
    why: "Where `enabled` is true, `policy`, `maximumResolution` and `containerFormat` are required.",
    citation: Source.reference("MultitrackInputConfiguration.enabled: policy, maximumResolution, and containerFormat are required"),
    bad: [
      Example(body: "ivs.channel", """
        {"name": "news", "containerFormat": "FRAGMENTED_MP4", "multitrackInputConfiguration": {"enabled": ⟦true⟧, "policy": "ALLOW"}}
        """),
      Example(body: "ivs.channel", """
        {"name": "news", "multitrackInputConfiguration": {"enabled": ⟦true⟧, "policy": "ALLOW", "maximumResolution": "HD"}}
        """)
    ],
    good: [
      Example(body: "ivs.channel", """
        {"name": "news", "containerFormat": "FRAGMENTED_MP4", "multitrackInputConfiguration": {"enabled": true, "policy": "ALLOW", "maximumResolution": "HD"}}
        """),
      Example(body: "ivs.channel", """
        {"name": "news", "multitrackInputConfiguration": {"enabled": false}}
        """)
    ]
  ) { body, report in
    guard let multitrack = body.root["multitrackInputConfiguration"], let enabled = multitrack["enabled"], enabled.bool == true else { return }
    var missing = ["policy", "maximumResolution"].filter { multitrack[$0] == nil }
    if body.root["containerFormat"] == nil, body.kind == "channel" { missing.append("containerFormat") }
    guard !missing.isEmpty else { return }
    report.flag(
      enabled.place, "multitrack input requires \(missing.map { "`\($0)`" }.joined(separator: ", ")); not set",
      help: "set `containerFormat` to `FRAGMENTED_MP4`, `policy` and `maximumResolution`")
  }
}
