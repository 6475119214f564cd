internal import RungSource

extension Tenbyte {
  // The FAQ (question 8) says that streams are updated through the API; the API has no request for it. The API decides.
  package static let changes = [
    ChangeFact(
      "create", .path(""), .createOnly, Source.reference("operations on streams: none updates one", strength: .inferred),
      remark: "the dashboard can edit a stream (guide, FAQ)"),
    ChangeFact(
      "create", .outside("the stream key"), .patchable(by: .unplanned("POST /v1/livestream/streams/{id}/reset-key")), resetting,
      [.interruptsSession(resetting)], remark: "the old key becomes invalid immediately"),
  ]

  private static let resetting = Source.reference("reset key: disconnects the active stream if live")
}
