internal import RungSource

extension IVS {
  package static let changes: [ChangeFact] =
    ["channel", "update-channel"].flatMap(updatable)
    + [
      ChangeFact("channel", .path("tags"), .patchable(by: .unplanned("POST /tags/{resourceArn}")), Source.reference("TagResource")),
      ChangeFact("channel", .name("region", "the region"), .createOnly, regional),
      ChangeFact("recording-configuration", .name("region", "the region"), .createOnly, regional),
      ChangeFact("playback-restriction-policy", .name("region", "the region"), .createOnly, regional),
      ChangeFact("update-channel", .path("arn"), .selects, Source.reference("UpdateChannel.arn")),
      ChangeFact("update-playback-restriction-policy", .path("arn"), .selects, Source.reference("UpdatePlaybackRestrictionPolicy.arn")),
      ChangeFact(
        "update-playback-restriction-policy", .path(""), .patchable(by: .kind("update-playback-restriction-policy")),
        Source.reference("UpdatePlaybackRestrictionPolicy")),
      ChangeFact(
        "recording-configuration", .path(""), .createOnly, Source.reference("no operation updates a recording configuration", strength: .inferred),
        remark: "the channel gets another one, and stays"),
      ChangeFact("recording-configuration", .path("tags"), .patchable(by: .unplanned("POST /tags/{resourceArn}")), Source.reference("TagResource")),
      ChangeFact(
        "playback-restriction-policy", .path(""), .patchable(by: .kind("update-playback-restriction-policy")),
        Source.reference("UpdatePlaybackRestrictionPolicy")),
      ChangeFact("playback-restriction-policy", .path("tags"), .patchable(by: .unplanned("POST /tags/{resourceArn}")), Source.reference("TagResource")),
    ]

  private static let regional = Source.reference("the API is an AWS regional service", strength: .inferred)
  private static let live = Source.reference("UpdateChannel: live channels cannot be updated")

  private static func updatable(_ request: String) -> [ChangeFact] {
    let byUpdate = Changeability.patchable(by: .kind("update-channel"))
    let source = Source.reference("UpdateChannel")
    let stopped = ChangeTrait.onlyIn(["OFFLINE"], live)
    return ChangeFact.each(
      request,
      ["name", "latencyMode", "type", "authorized", "insecureIngest", "preset", "multitrackInputConfiguration", "containerFormat", "adConfigurationArn"],
      byUpdate, source, [stopped])
      + ChangeFact.each(
        request, ["recordingConfigurationArn", "playbackRestrictionPolicyArn", "failoverSlateConfigurationArn"], byUpdate, source,
        [stopped, .emptyClears(source)])
  }
}
