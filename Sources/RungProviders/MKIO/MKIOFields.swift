internal import RungSource
internal import RungSpec

// Fields of bodies that need a remark. Source of each: ``MKIO/Source/reference(_:strength:)``, and the vendor's SDK,
// which has the same model.

extension MKIO {
  /// What every answer has in addition to the request's fields.
  private static let common = [
    "id", "name", "type", "systemData", "supplemental", "properties.created", "properties.lastModified", "properties.provisioningState",
    "properties.resourceState",
  ].map { FilledField($0) }

  static let filledInEvent = common + [
    // The access token is part of these URLs.
    FilledField("properties.input.endpoints", isSecret: true), FilledField("properties.preview.endpoints", isSecret: true),
  ]
  static let filledInOutput = common
  static let filledInAsset = common + [FilledField("properties.assetId")]
  static let filledInLocator = common
  static let filledInEndpoint = common + [
    // Azure Media Services had it here.
    FilledField("sku"), FilledField("properties.sku.capacity"), FilledField("properties.hostName"), FilledField("properties.cdnBasePath"),
    FilledField("properties.freeTrialEndTime"),
  ]

  static let ignoredInEvent = [
    IgnoredField("properties.transcriptions", "it is not supported at present", Source.reference("LiveEventPutProperties.transcriptions"))
  ]
  static let ignoredInOutput = [
    IgnoredField("properties.outputSnapTime", "it is not supported", Source.reference("LiveOutputPutProperties.outputSnapTime")),
    IgnoredField("properties.rewindWindowLength", "it is not supported", Source.reference("LiveOutputPutProperties.rewindWindowLength")),
  ]
  static let ignoredInAsset = [
    IgnoredField("properties.encryptionScope", "it is accepted but not supported", Source.reference("AssetPutProperties.encryptionScope")),
    IgnoredField(
      "properties.storageEncryptionFormat", "it is deprecated, accepted but not supported", Source.reference("AssetPutProperties.storageEncryptionFormat")),
  ]
  static let ignoredInLocator = [
    IgnoredField("properties.contentKeys.tracks", "it is not supported at present", Source.reference("StreamingLocatorContentKey.tracks"))
  ]
  static let ignoredInEndpoint = [
    IgnoredField(
      "properties.cdnProvider", "it is deprecated; MK.IO sets the CDN provider itself", Source.reference("StreamingEndpointPutProperties.cdnProvider")),
    IgnoredField(
      "properties.customHostNames", "it is not supported until MK.IO validates DNS names",
      Source.reference("StreamingEndpointPutProperties.customHostNames")),
  ]
  /// Keys of Azure Media Services, whose API MK.IO's follows.
  static let renamedInEvent = [
    RenamedKey("vanityUrl", in: MKIOLiveEventProperties.shape.name, is: "useStaticHostname"),
    RenamedKey("autoStart", help: "remove it: an event is started by a separate request, `POST …/start`"),
    RenamedKey("archiveWindowLength", help: "remove it: it is a field of the live-output request"),
  ]
  static let renamedInEndpoint = [RenamedKey("availabilitySetName", help: "remove it: MK.IO has no availability sets")]

  static let deprecatedInEndpoint = [
    IgnoredField(
      "properties.accessControl.akamai", "it will be removed in a future release", Source.reference("StreamingEndpointAccessControl.akamai"))
  ]
}
