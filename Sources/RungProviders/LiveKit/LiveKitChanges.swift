internal import RungSource

extension LiveKit {
  /// ``LiveKitUpdateChoice`` uses these.
  package static let changes: [ChangeFact] =
    ChangeFact.each("create", ["input_type", "url"], .createOnly, Source.proto("UpdateIngressRequest has no such field"))
    + [
      ChangeFact(
        "create", .name("host", "the server"), .createOnly, Source.proto("UpdateIngressRequest.ingress_id: an id of the server asked", strength: .inferred))
    ]
    + ["create", "update"].flatMap(updatable)
    + [ChangeFact("update", .path("ingress_id"), .selects, Source.proto("UpdateIngressRequest.ingress_id"))]
    + ChangeFact.each("list", ["ingress_id", "room_name", "page_token"], .selects, Source.proto("ListIngressRequest"))
    + [ChangeFact("delete", .path("ingress_id"), .selects, Source.proto("DeleteIngressRequest"))]

  private static func updatable(_ request: String) -> [ChangeFact] {
    // An update does not name the input; that it is rejected follows only from the create request.
    let common: [ChangeTrait] =
      (request == "create" ? [.fixedWhen(path: "input_type", is: "URL_INPUT", pulled)] : []) + [.interruptsSession(interruption)]
    return ChangeFact.each(
      request, ["name", "room_name", "participant_identity", "participant_name", "participant_metadata"], byUpdate, fields,
      common + [.emptyKeeps(merging)])
      + ChangeFact.each(request, ["audio", "video"], byUpdate, fields, common + [.replacesWhole(merging)], remark: "an empty one resets to the defaults")
      + [
        ChangeFact(
          request, .path("enable_transcoding"), byUpdate, fields, common,
          remark: "from false to true in a separate update, before the encodings; from true to false with `audio` and `video` empty"),
        ChangeFact(request, .path("enabled"), byUpdate, fields, common, remark: "false rejects encoders that connect"),
      ]
  }

  private static let byUpdate = Changeability.patchable(by: .kind("update"))
  private static let fields = Source.proto("UpdateIngressRequest")
  private static let pulled = Source.server("UpdateIngress would say `ingress is not reusable and cannot be modified`")
  private static let merging = Source.server("UpdateIngress: how a request is merged into what is stored")
  // The proto's comment says that an update is accepted only in ENDPOINT_WAITING, a state that does not exist; the service
  // always accepts it.
  private static let interruption = Source.ingress("an update of an ingress in use ends its session")
}
