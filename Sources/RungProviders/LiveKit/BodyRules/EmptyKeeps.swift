internal import RungSource
internal import RungSpec

extension LiveKit {
  static let emptyKeeps = Rule<ParsedBody>(
    "empty-keeps", family: id, severity: .warning,
    summary: "an update empties a text, which keeps it",
    why: "In an update an empty text is one that was not sent: what is stored stays. Nothing empties it.",
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
        part.place, "`\(field)` is empty, and an update leaves it as it is then", help: "leave the field away; to be without it, make another ingress")
    }
  }
}
