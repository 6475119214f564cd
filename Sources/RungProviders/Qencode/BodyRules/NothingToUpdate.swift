internal import RungSource
internal import RungSpec

extension Qencode {
  static let nothingToUpdate = Rule<ParsedBody>(
    "nothing-to-update", family: id, severity: .error,
    summary: "an update without a field",
    why: "All fields of an update are optional, and one of them has to be there: Qencode answers an empty one with an error.",
    citation: Source.reference("update a live stream: at least one should be specified"),
    bad: [Example(body: "qencode.update", "⟦{}⟧")],
    good: [Example(body: "qencode.update", "{\"name\": \"news\"}"), Example(body: "qencode.update", "{\"name\": \"\"}")]
  ) { body, report in
    guard body.kind == "update", !body.isAnswer, body.node.entries.isEmpty,
      // What is there and empty has been told.
      QencodeUpdate.shape.keys.allSatisfy({ body.root[$0] == nil })
    else { return }
    report.flag(body.place, "the update has no field; Qencode wants at least one", help: "add what is to change, or do not send it")
  }
}
