internal import RungSource

extension MKIO {
  package static let changes: [ChangeFact] = [
    ChangeFact("live-event", .path(""), .createOnly, Source.reference("LiveEventPutSchema, x-mkio-immutable"), remark: "the event that replaces it requires another name"),
    ChangeFact(
      "live-event", .path("properties.pipeline"), .patchable(by: .unplanned("PATCH …/media/liveEvents/{event_name}")),
      Source.reference("currently only properties.pipeline is patchable"),
      remark: "the reference calls it not currently supported, the guides offer it"),
    ChangeFact("live-event", .name("event_name", "the event's name"), .createOnly, naming, remark: "it cannot be reused in the project, even once the event is deleted"),
    ChangeFact("live-event", .name("project", "the project"), .createOnly, paths),
    ChangeFact("live-output", .name("output_name", "the output's name"), .createOnly, paths),
    ChangeFact("asset", .name("asset_name", "the asset's name"), .createOnly, paths),
    ChangeFact("streaming-locator", .name("locator_name", "the locator's name"), .createOnly, paths),
    ChangeFact("streaming-endpoint", .name("endpoint_name", "the endpoint's name"), .createOnly, paths),
    ChangeFact("playback", .name("endpoint_name", "the endpoint that serves"), .selects, paths),
    ChangeFact(
      "live-output", .path(""), .createOnly, Source.reference("live outputs: there is no PATCH", strength: .inferred),
      remark: "outputs can be added and deleted while the event runs"),
  ]
    + ChangeFact.each(
      "asset", ["properties.storageAccountName", "properties.container", "properties.subPath"], .createOnly,
      Source.reference("AssetPutSchema: fixed at creation"))
    + [
      // No document says which of the other fields a second PUT would change.
      ChangeFact("asset", .path(""), .undocumented, Source.reference("assets")),
      ChangeFact("streaming-locator", .path(""), .undocumented, Source.reference("streaming locators")),
      ChangeFact("streaming-endpoint", .path(""), .undocumented, Source.reference("streaming endpoints")),
    ]

  private static let paths = Source.reference("names are part of the paths; nothing renames", strength: .inferred)
  private static let naming = Source.guide("set up a live streaming event: names cannot be reused within a project once a live event is deleted")
}
