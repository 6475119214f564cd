internal import RungSource
internal import RungSpec

/// The options of the target, as messages name them.
extension SpecKey {
  static let mkioProject = SpecKey("targets.mkio.project")
  static let mkioPreviewLocator = SpecKey("targets.mkio.preview.locator")
  static let mkioOverrides = SpecKey("targets.mkio.overrides")
  static let mkioLimits = SpecKey("targets.mkio.limits")
  static let mkioEvent = SpecKey("targets.mkio.event")
  static let mkioLocation = SpecKey("targets.mkio.location")
  static let mkioEncodingType = SpecKey("targets.mkio.encoding_type")
  static let mkioPresetName = SpecKey("targets.mkio.preset_name")
  static let mkioStretchMode = SpecKey("targets.mkio.stretch_mode")
  static let mkioStaticHostname = SpecKey("targets.mkio.static_hostname")
  static let mkioHostnamePrefix = SpecKey("targets.mkio.hostname_prefix")
  static let mkioPreview = SpecKey("targets.mkio.preview")
  static let mkioPreviewAllow = SpecKey("targets.mkio.preview.allow")
  static let mkioPreviewStreamingPolicy = SpecKey("targets.mkio.preview.streaming_policy")
  static let mkioAlternativeMediaID = SpecKey("targets.mkio.preview.alternative_media_id")
  static let mkioClientAccessPolicy = SpecKey("targets.mkio.client_access_policy")
  static let mkioCrossDomainPolicy = SpecKey("targets.mkio.cross_domain_policy")
  static let mkioTranscription = SpecKey("targets.mkio.transcription")
  static let mkioPipeline = SpecKey("targets.mkio.pipeline")
  static let mkioFragmentsPerTSSegment = SpecKey("targets.mkio.fragments_per_ts_segment")
  static let mkioAsset = SpecKey("targets.mkio.asset")
  static let mkioStreamingPolicy = SpecKey("targets.mkio.streaming_policy")
  static let mkioContentKeyPolicy = SpecKey("targets.mkio.content_key_policy")
}
