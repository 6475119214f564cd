internal import RungSource

extension MediaLive {
  package static let changes: [ChangeFact] =
    [
      ChangeFact("create-input-security-group", .path(""), .patchable(by: .kind("update-input-security-group")), Source.medialive("UpdateInputSecurityGroup")),
      ChangeFact("create-input", .path(""), .patchable(by: .kind("update-input")), Source.medialive("UpdateInput"), [.interruptsSession(Source.medialive("UpdateInput: ConflictException", strength: .inferred))]),
      ChangeFact("create-input", .path("Type"), .createOnly, Source.medialive("UpdateInput has no Type", strength: .inferred)),
      ChangeFact("create-channel", .path("ChannelClass"), .patchable(by: .kind("update-channel-class")), Source.medialive("UpdateChannelClass"), [.interruptsSession(Source.medialive("UpdateChannelClass: ConflictException", strength: .inferred)), .onlyIn(["IDLE"], Source.medialive("UpdateChannelClass: ConflictException", strength: .inferred))]),
      ChangeFact("create-channel", .path("Tags"), .patchable(by: .unplanned("POST /prod/tags/{resourceArn}")), Source.medialive("CreateTags")),
      ChangeFact("create-channel", .path("Vpc"), .createOnly, Source.medialive("UpdateChannel has no Vpc", strength: .inferred)),
      ChangeFact("create-channel", .path("Reserved"), .undocumented, Source.medialive("CreateChannel.Reserved: deprecated")),
      ChangeFact("create-channel", .path("RequestId"), .createOnly, Source.medialive("CreateChannel.RequestId: of one request")),
      ChangeFact("update-channel", .path("ChannelId"), .selects, Source.medialive("UpdateChannel.ChannelId")),
      ChangeFact("update-channel-class", .path("ChannelId"), .selects, Source.medialive("UpdateChannelClass.ChannelId")),
      ChangeFact("update-input", .path("InputId"), .selects, Source.medialive("UpdateInput.InputId")),
      ChangeFact("update-input-security-group", .path("InputSecurityGroupId"), .selects, Source.medialive("UpdateInputSecurityGroup.InputSecurityGroupId")),
      ChangeFact("mediapackage-channel-group", .path(""), .patchable(by: .unplanned("PUT /channelGroup/{ChannelGroupName}")), Source.mediapackage("UpdateChannelGroup")),
      ChangeFact("mediapackage-channel-group", .path("ChannelGroupName"), .createOnly, Source.mediapackage("UpdateChannelGroup selects by it", strength: .inferred)),
      ChangeFact("mediapackage-channel", .path(""), .patchable(by: .kind("update-mediapackage-channel")), Source.mediapackage("UpdateChannel")),
      ChangeFact("mediapackage-channel", .path("InputType"), .createOnly, Source.mediapackage("CreateChannel.InputType: an immutable field")),
      ChangeFact("mediapackage-origin-endpoint", .path(""), .patchable(by: .kind("update-mediapackage-origin-endpoint")), Source.mediapackage("UpdateOriginEndpoint")),
      ChangeFact("mediapackage-origin-endpoint", .path("ContainerType"), .createOnly, Source.mediapackage("CreateOriginEndpoint.ContainerType: you can't change the container type")),
    ]
    + ChangeFact.each("mediapackage-channel", ["ChannelGroupName", "ChannelName"], .createOnly, Source.mediapackage("UpdateChannel: you can't edit the name of the channel"))
    + ChangeFact.each(
      "mediapackage-origin-endpoint", ["ChannelGroupName", "ChannelName", "OriginEndpointName"], .createOnly,
      Source.mediapackage("UpdateOriginEndpoint: you can't edit the name of the endpoint"))
    + ChangeFact.each(
      "update-mediapackage-origin-endpoint", ["ChannelGroupName", "ChannelName", "OriginEndpointName", "ContainerType"], .createOnly,
      Source.mediapackage("UpdateOriginEndpoint: you can't edit the name of the endpoint, nor its container type", strength: .inferred))
    + ChangeFact.each(
      "update-mediapackage-channel", ["ChannelGroupName", "ChannelName"], .createOnly, Source.mediapackage("UpdateChannel: you can't edit the name of the channel"))
    + [("update-mediapackage-channel", "UpdateChannel"), ("update-mediapackage-origin-endpoint", "UpdateOriginEndpoint")].map {
      ChangeFact($0.0, .path(""), .patchable(by: .kind($0.0)), Source.mediapackage($0.1))
    }
    + [("update-input", "UpdateInput"), ("update-input-security-group", "UpdateInputSecurityGroup"), ("update-channel-class", "UpdateChannelClass")].map {
      ChangeFact($0.0, .path(""), .patchable(by: .kind($0.0)), Source.medialive($0.1))
    }
    + ["create-channel", "update-channel"].map {
      ChangeFact(
        $0, .path(""), .patchable(by: .kind("update-channel")), Source.medialive("UpdateChannel"),
        [.interruptsSession(Source.medialive("UpdateChannel: ConflictException", strength: .inferred)), .onlyIn(["IDLE"], Source.medialive("UpdateChannel: ConflictException", strength: .inferred)), .replacesWhole(Source.medialive("UpdateChannel", strength: .inferred))])
    }
    + [
      ("mediapackage-channel-group", "channel_group", "the name of the channel group"), ("mediapackage-channel", "channel_group", "the name of the channel group"),
      ("mediapackage-channel", "package_channel", "the name of the channel of MediaPackage"), ("mediapackage-origin-endpoint", "channel_group", "the name of the channel group"),
      ("mediapackage-origin-endpoint", "package_channel", "the name of the channel of MediaPackage"),
    ].map { ChangeFact($0.0, .name($0.1, $0.2), .createOnly, Source.mediapackage("the names in the URLs of UpdateChannelGroup, UpdateChannel and UpdateOriginEndpoint select", strength: .inferred)) }
    + ["create-input-security-group", "create-input", "create-channel", "mediapackage-channel-group", "mediapackage-channel", "mediapackage-origin-endpoint"].map {
      ChangeFact($0, .name("region", "the region"), .createOnly, Source.medialive("the API is an AWS regional service", strength: .inferred))
    }
}
