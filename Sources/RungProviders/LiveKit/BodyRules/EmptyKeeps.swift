internal import RungSource
internal import RungSpec

extension LiveKit {
  static let emptyKeeps = Rule<ParsedBody>(
    "empty-keeps", family: id, severity: .warning,
    summary: "an update has an empty text, which changes nothing",
    why: "In an update an empty text counts as not sent: the stored value stays. No update can empty it.",
    citation: Source.server("UpdateIngress: how a request is merged into what is stored"),
    bad: [
      Example(body: "livekit.update", """
        {"ingress_id": "IN_1", "participant_name": ⟦""⟧}
        """)
    ],
    good: [
      Example(body: "livekit.update", """
        {"ingress_id": "IN_1", "participant_name": "Main camera"}
        """)
    ]
  ) { body, report in
    guard body.kind == "update" else { return }
    for field in ["name", "room_name", "participant_identity", "participant_name", "participant_metadata"] {
      guard let part = body.root[field], part.text == "" else { continue }
      report.flag(
        part.place, "`\(field)` is empty; an update keeps the stored value then", help: ["remove `\(field)`", "create another ingress to be without it"])
    }
  }
}
