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

  /// Keys of Azure Media Services, whose API MK.IO's follows.
  static let renamedInEvent = [
    RenamedKey("vanityUrl", in: MKIOLiveEventProperties.shape.name, is: "useStaticHostname"),
    RenamedKey("autoStart", help: "remove it: an event is started by a separate request, `POST …/start`"),
    RenamedKey("archiveWindowLength", help: "remove it: it is a field of the live-output request"),
  ]
  static let renamedInEndpoint = [RenamedKey("availabilitySetName", help: "remove it: MK.IO has no availability sets")]
}
