internal import RungSource

extension Qencode {
  package static let changes: [ChangeFact] =
    ChangeFact.each("create", ["name", "output_format", "stream_timeout"], byUpdate, updating)
    + [ChangeFact("update", .name("stream_id", "the stream's id"), .selects, updating)]
    + [
      ChangeFact("create", .path("input_format"), byUpdate, updating, format, remark: hint),
      ChangeFact(
        "create", .path("playback_domain"), .createOnly, Source.reference("update, input objects: no playback_domain", strength: .inferred)),
    ]
    + ChangeFact.each("update", ["name", "output_format", "stream_timeout", "dvr"], byUpdate, updating)
    + [
      ChangeFact("update", .path("callback_url"), byUpdate, updating, [.emptyClears(Source.connector("update_live_stream, callback_url"))]),
      ChangeFact("update", .path("input_format"), byUpdate, updating, format, remark: hint),
      ChangeFact("update", .path("dvr.enabled"), byUpdate, updating, [.whileStreaming(Source.reference("dvr.enabled: may be switched while streaming"))]),
      ChangeFact(
        "update", .outside("the allowed referers"), byUpdate, referers, [.atNextStart(referers)],
        remark: "no document gives the field's name"),
      ChangeFact(
        "playback-id", .path("policy"), .createOnly, Source.reference("playback ids: create and delete only", strength: .inferred),
        [.onlyIn(["created", "stopped"], Source.connector("playback ids: `stream_active`, the stream would be stopped"))],
        remark: "delete the id and add another"),
    ]
    + ChangeFact.each(
      "simulcast-target", ["url", "stream_key"], .createOnly,
      Source.reference("simulcast targets: create and delete only", strength: .inferred), remark: "delete the target and add another")
    + ChangeFact.each("domain", ["name", "type"], .undocumented, Source.delivery("domains"))

  private static let byUpdate = Changeability.patchable(by: .kind("update"))
  private static let updating = Source.reference("update, input objects")
  private static let referers = Source.reference("update: a list of referers takes effect when the stream is launched next")
  private static let format: [ChangeTrait] = [
    .onlyIn(["created", "waiting", "live", "idle", "stopped"], Source.connector("update_live_stream, input_format"))
  ]
  private static let hint = "a hint: the URL that the encoder uses decides"
}
