internal import RungSource
internal import RungSpec

extension Qencode {
  static let nothingToUpdate = Rule<ParsedBody>(
    "nothing-to-update", family: id, severity: .error,
    summary: "an update has no field",
    why: "All fields of an update are optional, but at least one is required: Qencode answers an empty update with an error.",
    citation: Source.reference("update a live stream: at least one should be specified"),
    bad: [Example(body: "qencode.update", "⟦{}⟧")],
    good: [Example(body: "qencode.update", "{\"name\": \"news\"}"), Example(body: "qencode.update", "{\"name\": \"\"}")]
  ) { body, report in
    guard body.kind == "update", !body.isAnswer, body.node.entries.isEmpty,
      // What is there and empty has been told.
      QencodeUpdate.shape.keys.allSatisfy({ body.root[$0] == nil })
    else { return }
    report.flag(body.place, "the update has no field; Qencode requires at least one", help: ["add the field to change", "remove the request"])
  }
}
