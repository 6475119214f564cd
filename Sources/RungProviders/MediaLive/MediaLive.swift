package import RungSource
package import RungSpec

/// AWS Elemental MediaLive, which encodes what comes in and sends it on, and AWS Elemental MediaPackage v2, which serves it: an input
/// with the addresses that may push, a channel, and in MediaPackage a channel group, a channel and its origin endpoints.
package enum MediaLive: Provider {
  package static let id = "medialive"
  package static let title = "AWS MediaLive"

  /// Where the ladder goes.
  package enum Output: String, Choice {
    case mediaPackage = "mediapackage"
    case hls
    case cmafIngest = "cmaf-ingest"
    case none

    package static let noun = "an output"
  }

  /// How many pipelines the channel has, what comes in, and where it goes.
  package struct Decision: Sendable {
    package var channelClass: Located<String>
    package var input: Located<MediaLiveInputType>?
    package var output: Located<Output>

    package var pipelines: Int { channelClass.value == MediaLive.standard ? 2 : 1 }
  }

  static let single = "SINGLE_PIPELINE"
  static let standard = "STANDARD"

  package static let requests = [
    RequestKind(
      "create-input-security-group", "POST /prod/inputSecurityGroups",
      body: model.shape("CreateInputSecurityGroupRequest", title: "the input security group", "Says which addresses may push."), telling: ["WhitelistRules"],
      filled: ["Arn", "Id", "State", "Inputs", "Channels"].map { FilledField($0) }, sent: small, source: Source.medialive("CreateInputSecurityGroup")),
    RequestKind(
      "create-input", "POST /prod/inputs", body: model.shape("CreateInputRequest", title: "the input", "Creates an input: what a channel takes in."),
      telling: ["Type", "Sources", "InputSecurityGroups"],
      filled: [
        "Arn", "Id", "State", "AttachedChannels", "InputClass", "InputPartnerIds", "InputSourceType", "Destinations.Ip", "Destinations.Port", "Destinations.Url",
        "Destinations.Vpc",
      ].map { FilledField($0) }, sent: small, source: Source.medialive("CreateInput")),
    RequestKind(
      "create-channel", "POST /prod/channels", body: model.shape("CreateChannelRequest", title: "the channel", "Creates a channel: what is encoded, and where it goes."),
      telling: ["EncoderSettings", "ChannelClass", "InputAttachments"],
      filled: ["Arn", "Id", "State", "EgressEndpoints", "PipelineDetails", "PipelinesRunningCount"].map { FilledField($0) }, sent: small,
      source: Source.medialive("CreateChannel")),
    RequestKind(
      "update-channel", "PUT /prod/channels/{channelId}",
      body: model.shape("UpdateChannelRequest", title: "the channel's update", "Changes a channel that does not run."), telling: ["ChannelId", "EncoderSettings", "InputAttachments"],
      sent: BodySpelling(inURL: ["ChannelId"], isCamelCase: true, keeping: ["Tags"]), source: Source.medialive("UpdateChannel")),
    RequestKind(
      "update-channel-class", "PUT /prod/channels/{channelId}/channelClass",
      body: model.shape("UpdateChannelClassRequest", title: "the channel's class", "Changes how many pipelines a channel has that does not run."), telling: ["ChannelId", "ChannelClass"],
      sent: BodySpelling(inURL: ["ChannelId"], isCamelCase: true, keeping: []), source: Source.medialive("UpdateChannelClass")),
    RequestKind(
      "update-input", "PUT /prod/inputs/{inputId}", body: model.shape("UpdateInputRequest", title: "the input's update", "Changes an input."), telling: ["InputId"],
      sent: BodySpelling(inURL: ["InputId"], isCamelCase: true, keeping: []), source: Source.medialive("UpdateInput")),
    RequestKind(
      "update-input-security-group", "PUT /prod/inputSecurityGroups/{inputSecurityGroupId}",
      body: model.shape("UpdateInputSecurityGroupRequest", title: "the input security group's update", "Changes which addresses may push."), telling: ["InputSecurityGroupId"],
      sent: BodySpelling(inURL: ["InputSecurityGroupId"], isCamelCase: true, keeping: ["Tags"]), source: Source.medialive("UpdateInputSecurityGroup")),
    RequestKind(
      "mediapackage-channel-group", "POST /channelGroup",
      body: model.shape("MediaPackageCreateChannelGroupRequest", title: "the channel group", "Creates a channel group of MediaPackage v2: channels with one domain."),
      telling: ["ChannelGroupName"], filled: ["Arn", "EgressDomain", "CreatedAt", "ModifiedAt", "ETag"].map { FilledField($0) }, sent: packaging(),
      source: Source.mediapackage("CreateChannelGroup")),
    RequestKind(
      "mediapackage-channel", "POST /channelGroup/{ChannelGroupName}/channel",
      body: model.shape("MediaPackageCreateChannelRequest", title: "the MediaPackage channel", "Creates a channel of MediaPackage v2: it takes in what MediaLive sends."),
      telling: ["ChannelName", "InputType"],
      filled: ["Arn", "IngestEndpoints", "CreatedAt", "ModifiedAt", "ETag", "ResetAt"].map { FilledField($0) }, sent: packaging(inURL: ["ChannelGroupName"]),
      source: Source.mediapackage("CreateChannel")),
    RequestKind(
      "mediapackage-origin-endpoint", "POST /channelGroup/{ChannelGroupName}/channel/{ChannelName}/originEndpoint",
      body: model.shape("MediaPackageCreateOriginEndpointRequest", title: "the origin endpoint", "Creates an origin endpoint of MediaPackage v2: what players ask for."),
      telling: ["OriginEndpointName", "ContainerType"],
      filled: [
        "Arn", "CreatedAt", "ModifiedAt", "ETag", "ResetAt", "HlsManifests.Url", "LowLatencyHlsManifests.Url", "DashManifests.Url", "MssManifests.Url",
      ].map { FilledField($0) }, sent: packaging(inURL: ["ChannelGroupName", "ChannelName"]), source: Source.mediapackage("CreateOriginEndpoint")),
    RequestKind(
      "update-mediapackage-channel", "PUT /channelGroup/{ChannelGroupName}/channel/{ChannelName}/",
      body: model.shape("MediaPackageUpdateChannelRequest", title: "the MediaPackage channel's update", "Changes a channel of MediaPackage v2."), telling: [],
      sent: packaging(inURL: ["ChannelGroupName", "ChannelName"]), source: Source.mediapackage("UpdateChannel")),
    RequestKind(
      "update-mediapackage-origin-endpoint", "PUT /channelGroup/{ChannelGroupName}/channel/{ChannelName}/originEndpoint/{OriginEndpointName}",
      body: model.shape("MediaPackageUpdateOriginEndpointRequest", title: "the origin endpoint's update", "Changes an origin endpoint of MediaPackage v2."), telling: [],
      sent: packaging(inURL: ["ChannelGroupName", "ChannelName", "OriginEndpointName"]), source: Source.mediapackage("UpdateOriginEndpoint")),
    RequestKind("describe-input", "GET /prod/inputs/{inputId}"),
    RequestKind("start-channel", "POST /prod/channels/{channelId}/start"),
    RequestKind("get-mediapackage-origin-endpoint", "GET /channelGroup/{ChannelGroupName}/channel/{ChannelName}/originEndpoint/{OriginEndpointName}"),
    RequestKind("stop-channel", "POST /prod/channels/{channelId}/stop"),
    RequestKind("delete-channel", "DELETE /prod/channels/{channelId}"),
    RequestKind("delete-input", "DELETE /prod/inputs/{inputId}"),
    RequestKind("delete-input-security-group", "DELETE /prod/inputSecurityGroups/{inputSecurityGroupId}"),
    RequestKind(
      "delete-mediapackage-origin-endpoint", "DELETE /channelGroup/{ChannelGroupName}/channel/{ChannelName}/originEndpoint/{OriginEndpointName}"),
    RequestKind("delete-mediapackage-channel", "DELETE /channelGroup/{ChannelGroupName}/channel/{ChannelName}/"),
    RequestKind("delete-mediapackage-channel-group", "DELETE /channelGroup/{ChannelGroupName}"),
  ]

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    report.use(options.channelClass)
    // An input that exists has its kind.
    if options.input == nil { report.use(options.inputType) }
    report.use(options.output)
    let place = stream.spec.targets?.value.first { $0.id.value == id }?.id.place ?? stream.place
    let channelClass = options.channelClass ?? report.byDefault(single, "one pipeline costs less; STANDARD has a second one to fail over to", near: place)
    return Decision(channelClass: channelClass, input: input(stream, options, &report), output: output(stream, options, near: place, &report))
  }

  private static func input(_ stream: Stream, _ options: Options, _ report: inout Report) -> Located<MediaLiveInputType>? {
    if let type = options.inputType { return type }
    guard options.input == nil else { return nil }
    if stream.ingestMode?.value == .pull {
      guard let url = stream.spec.ingest?.value.source?.value.url, let type = MediaLiveInputType(pulling: url.value) else { return nil }
      return report.derive(type, "the source is \(url.value.scheme)", from: [url.place])
    }
    let protocols = stream.spec.ingest?.value.protocols?.value ?? []
    if let preferred = protocols.first(where: { $0.value == .rtmp || $0.value == .srt }) {
      return report.derive(preferred.value == .srt ? .srtListener : .rtmpPush, "the encoder pushes with `\(preferred.value.rawValue)`", from: [preferred.place])
    }
    guard protocols.isEmpty, !stream.isWritten("ingest", "protocols") else { return nil }
    return report.byDefault(.rtmpPush, "an encoder that pushes mostly does so with RTMP", near: stream.place)
  }

  private static func output(_ stream: Stream, _ options: Options, near place: SourcePlace, _ report: inout Report) -> Located<Output> {
    if let output = options.output { return output }
    if stream.spec.packaging == nil, !stream.isWritten("packaging"), !(stream.spec.simulcast?.value.isEmpty ?? true) || stream.spec.recording?.value.destinations != nil {
      return report.byDefault(.none, "no packaging is set", near: place)
    }
    return report.byDefault(.mediaPackage, "MediaPackage serves viewers what MediaLive encodes", near: place)
  }

  /// CMAF or HLS as MediaPackage v2 writes it, by the segments.
  package static func packager(_ fit: Fit<MediaLive>) -> PreviewedPackager { .any }
}

extension Stream {
  /// Whether the document has the key, readable or not.
  fileprivate func isWritten(_ section: String, _ key: String? = nil) -> Bool {
    guard let key else { return document[section] != nil }
    return document[section]?[key] != nil
  }
}
