package import RungSource
package import RungSpec

// The bodies of the API, version 2020-07-14, by their members. Source of every field: ``IVS/Source/reference(_:strength:)``.

/// The body of `POST /CreateChannel`.
package struct IVSChannel: Sendable {
  package var name: Located<String>?
  package var latencyMode: Located<String>?
  package var type: Located<String>?
  package var authorized: Located<Bool>?
  package var recordingConfigurationArn: Located<String>?
  package var tags: Located<[DictionaryEntry<String>]>?
  package var insecureIngest: Located<Bool>?
  package var preset: Located<String>?
  package var playbackRestrictionPolicyArn: Located<String>?
  package var multitrackInputConfiguration: Located<IVSMultitrack>?
  package var containerFormat: Located<String>?
  package var adConfigurationArn: Located<String>?
  package var failoverSlateConfigurationArn: Located<String>?

  static let types = IVSChannelType.allCases.map(\.rawValue)
  static let presets = ["HIGHER_BANDWIDTH_DELIVERY", "CONSTRAINED_BANDWIDTH_DELIVERY"]
  static let containers = ["TS", "FRAGMENTED_MP4"]
  static let latencyModes = ["NORMAL", "LOW"]

  package static let shape = Shape("the channel", "Creates a channel, and its stream key.", { IVSChannel() }) {
    Field("name", { $1(&$0.name) }, IVSTextForm.name.field, of: .name, "up to 128 letters, digits, hyphens and underscores")
    Field("latencyMode", { $1(&$0.latencyMode) }, .word(latencyModes), of: .lowLatency, as: .words(["true": "LOW", "false": "NORMAL"]), "`LOW` (default) or `NORMAL`")
    Field("type", { $1(&$0.type) }, .word(types), of: .ivs("type"), "`BASIC`, `STANDARD` (default), `ADVANCED_SD` or `ADVANCED_HD`")
    Field("authorized", { $1(&$0.authorized) }, .bool, of: .playbackPolicy, as: .words(["authenticated": "true", "public": "false"]), "true requires signed tokens of viewers; default false")
    Field("recordingConfigurationArn", { $1(&$0.recordingConfigurationArn) }, IVSTextForm.recordingConfiguration.field, of: .ivs("recording_configuration"), "turns recording on; default empty")
    Field("tags", { $1(&$0.tags) }, .dictionary(IVSTextForm.tag.field), of: .labels, "up to 50, of up to 256 characters each")
    Field("insecureIngest", { $1(&$0.insecureIngest) }, .bool, of: .ivs("insecure_ingest"), "true accepts RTMP and SRT without encryption; default false")
    Field("preset", { $1(&$0.preset) }, .word(presets), empty: .absentText, of: .ivs("preset"), "ADVANCED types only; default HIGHER_BANDWIDTH_DELIVERY")
    Field("playbackRestrictionPolicyArn", { $1(&$0.playbackRestrictionPolicyArn) }, IVSTextForm.playbackRestrictionPolicy.field, of: .ivs("playback_restriction_policy"), "turns playback restriction on; default empty")
    Field("multitrackInputConfiguration", { $1(&$0.multitrackInputConfiguration) }, .object(IVSMultitrack.shape), of: .ivs("multitrack"), "multitrack input; default none")
    Field("containerFormat", { $1(&$0.containerFormat) }, .word(containers), of: .hlsSegmentFormat, as: .words(["mpegts": "TS", "fmp4": "FRAGMENTED_MP4"]), "`TS` (default) or `FRAGMENTED_MP4`, which multitrack input requires")
    Field("adConfigurationArn", { $1(&$0.adConfigurationArn) }, IVSTextForm.adConfiguration.field, of: .ivs("ad_configuration"), "an ad configuration")
    Field("failoverSlateConfigurationArn", { $1(&$0.failoverSlateConfigurationArn) }, IVSTextForm.failoverSlateConfiguration.field, of: .ivs("failover_slate_configuration"), "turns the failover slate on; default empty")
  }
}

/// The body of `POST /UpdateChannel`: of a channel that is not live. Tags have operations of their own.
package struct IVSChannelUpdate: Sendable {
  package var arn: Located<String>?
  package var channel = IVSChannel()

  package static let shape = Shape("the channel's update", "Changes a channel that is not live.", { IVSChannelUpdate() }) {
    Field("arn", { $1(&$0.arn) }, IVSTextForm.channel.field, required: true, "the channel")
    Field("name", { $1(&$0.channel.name) }, IVSTextForm.name.field, of: .name, "up to 128 letters, digits, hyphens and underscores")
    Field("latencyMode", { $1(&$0.channel.latencyMode) }, .word(IVSChannel.latencyModes), of: .lowLatency, as: .words(["true": "LOW", "false": "NORMAL"]), "`LOW` or `NORMAL`")
    Field("type", { $1(&$0.channel.type) }, .word(IVSChannel.types), of: .ivs("type"), "`BASIC`, `STANDARD`, `ADVANCED_SD` or `ADVANCED_HD`")
    Field("authorized", { $1(&$0.channel.authorized) }, .bool, of: .playbackPolicy, as: .words(["authenticated": "true", "public": "false"]), "true requires signed tokens of viewers")
    Field("recordingConfigurationArn", { $1(&$0.channel.recordingConfigurationArn) }, IVSTextForm.recordingConfiguration.field, of: .ivs("recording_configuration"), "turns recording on; empty turns it off")
    Field("insecureIngest", { $1(&$0.channel.insecureIngest) }, .bool, of: .ivs("insecure_ingest"), "true accepts RTMP and SRT without encryption")
    Field("preset", { $1(&$0.channel.preset) }, .word(IVSChannel.presets), empty: .absentText, of: .ivs("preset"), "ADVANCED types only")
    Field("playbackRestrictionPolicyArn", { $1(&$0.channel.playbackRestrictionPolicyArn) }, IVSTextForm.playbackRestrictionPolicy.field, of: .ivs("playback_restriction_policy"), "turns playback restriction on; empty turns it off")
    Field("multitrackInputConfiguration", { $1(&$0.channel.multitrackInputConfiguration) }, .object(IVSMultitrack.shape), of: .ivs("multitrack"), "multitrack input")
    Field("containerFormat", { $1(&$0.channel.containerFormat) }, .word(IVSChannel.containers), of: .hlsSegmentFormat, as: .words(["mpegts": "TS", "fmp4": "FRAGMENTED_MP4"]), "`TS` or `FRAGMENTED_MP4`, which multitrack input requires")
    Field("adConfigurationArn", { $1(&$0.channel.adConfigurationArn) }, IVSTextForm.adConfiguration.field, of: .ivs("ad_configuration"), "an ad configuration")
    Field("failoverSlateConfigurationArn", { $1(&$0.channel.failoverSlateConfigurationArn) }, IVSTextForm.failoverSlateConfiguration.field, of: .ivs("failover_slate_configuration"), "turns the failover slate on; empty turns it off")
  }
}

package struct IVSMultitrack: Sendable {
  package var enabled: Located<Bool>?
  package var policy: Located<String>?
  package var maximumResolution: Located<String>?

  static let policies = ["ALLOW", "REQUIRE"]
  static let resolutions = IVSDefinition.allCases.map(\.rawValue)

  package static let shape = Shape("multitrackInputConfiguration", "Multitrack input.", { IVSMultitrack() }) {
    Field("enabled", { $1(&$0.enabled) }, .bool, "true for STANDARD channels only; default false")
    Field("policy", { $1(&$0.policy) }, .word(policies), of: .ivs("multitrack.policy"), "`ALLOW` or `REQUIRE`; required where enabled")
    Field("maximumResolution", { $1(&$0.maximumResolution) }, .word(resolutions), of: .ivs("multitrack.maximum_resolution"), "`SD`, `HD` or `FULL_HD`; required where enabled")
  }
}

/// The body of `POST /CreateRecordingConfiguration`.
package struct IVSRecordingConfiguration: Sendable {
  package var name: Located<String>?
  package var destinationConfiguration: Located<IVSDestination>?
  package var tags: Located<[DictionaryEntry<String>]>?
  package var thumbnailConfiguration: Located<IVSThumbnails>?
  package var recordingReconnectWindowSeconds: Located<Int>?
  package var renditionConfiguration: Located<IVSRenditions>?

  package static let shape = Shape("the recording configuration", "Says what is recorded, and where.", { IVSRecordingConfiguration() }) {
    Field("name", { $1(&$0.name) }, IVSTextForm.name.field, of: .ivs("recording.name"), "up to 128 letters, digits, hyphens and underscores; need not be unique")
    Field("destinationConfiguration", { $1(&$0.destinationConfiguration) }, .object(IVSDestination.shape), required: true, "where recordings are stored")
    Field("tags", { $1(&$0.tags) }, .dictionary(IVSTextForm.tag.field), of: .labels, "up to 50, of up to 256 characters each")
    Field("thumbnailConfiguration", { $1(&$0.thumbnailConfiguration) }, .object(IVSThumbnails.shape), of: .ivs("recording.thumbnails"), "thumbnails")
    Field("recordingReconnectWindowSeconds", { $1(&$0.recordingReconnectWindowSeconds) }, .integer(0...300), of: .ivs("recording.reconnect_window"), as: .seconds, "seconds, 0 to 300; default 0")
    Field("renditionConfiguration", { $1(&$0.renditionConfiguration) }, .object(IVSRenditions.shape), "which renditions are recorded")
  }
}

package struct IVSDestination: Sendable {
  package var s3: Located<IVSBucket>?

  package static let shape = Shape("destinationConfiguration", "Where recordings are stored.", { IVSDestination() }) {
    Field("s3", { $1(&$0.s3) }, .object(IVSBucket.shape), of: .recordingDestinations, as: .byHand, "a bucket of Amazon S3")
  }
}

package struct IVSBucket: Sendable {
  package var bucketName: Located<String>?

  package static let shape = Shape("destinationConfiguration.s3", "A bucket.", { IVSBucket() }) {
    Field("bucketName", { $1(&$0.bucketName) }, IVSTextForm.bucket.field, required: true, of: .destinationURL, as: .byHand, "3 to 63 characters, in the region of the channel")
  }
}

package struct IVSThumbnails: Sendable {
  package var recordingMode: Located<String>?
  package var targetIntervalSeconds: Located<Int>?
  package var resolution: Located<String>?
  package var storage: Located<[Located<String>]>?

  package static let shape = Shape("thumbnailConfiguration", "Thumbnails.", { IVSThumbnails() }) {
    Field("recordingMode", { $1(&$0.recordingMode) }, .word(["DISABLED", "INTERVAL"]), "`INTERVAL` (default) or `DISABLED`")
    Field("targetIntervalSeconds", { $1(&$0.targetIntervalSeconds) }, .integer(1...60), "seconds between two, 1 to 60; default 60")
    Field("resolution", { $1(&$0.resolution) }, .word(IVSRenditions.names), "default: that of the source")
    Field("storage", { $1(&$0.storage) }, .list(.word(["SEQUENTIAL", "LATEST"]), count: .free), "`SEQUENTIAL` (default), `LATEST` or both")
  }
}

package struct IVSRenditions: Sendable {
  package var renditionSelection: Located<String>?
  package var renditions: Located<[Located<String>]>?

  static let selections = ["ALL", "NONE", "CUSTOM"]
  static let names = IVSDefinition.allCases.map(\.rawValue) + ["LOWEST_RESOLUTION"]

  package static let shape = Shape("renditionConfiguration", "Which renditions are recorded.", { IVSRenditions() }) {
    Field("renditionSelection", { $1(&$0.renditionSelection) }, .word(selections), of: .ivs("recording.rendition_selection"), "`ALL` (default), `NONE` or `CUSTOM`")
    Field("renditions", { $1(&$0.renditions) }, .list(.word(names), count: .free), of: .ivs("recording.renditions"), "for `CUSTOM`")
  }
}

/// The body of `POST /UpdatePlaybackRestrictionPolicy`. Tags have operations of their own.
package struct IVSPlaybackRestrictionPolicyUpdate: Sendable {
  package var arn: Located<String>?
  package var policy = IVSPlaybackRestrictionPolicy()

  package static let shape = Shape("the playback restriction policy's update", "Changes where viewers may watch from.", { IVSPlaybackRestrictionPolicyUpdate() }) {
    Field("arn", { $1(&$0.arn) }, IVSTextForm.policy.field, required: true, "the policy")
    Field("name", { $1(&$0.policy.name) }, IVSTextForm.name.field, "up to 128 letters, digits, hyphens and underscores; need not be unique")
    Field("allowedCountries", { $1(&$0.policy.allowedCountries) }, .list(IVSTextForm.country.field, count: .free), "ISO 3166-1 alpha-2 codes; an empty list allows all countries")
    Field("allowedOrigins", { $1(&$0.policy.allowedOrigins) }, .list(IVSTextForm.origin.field, count: .free), "origins of sites, as in the header `Origin`; an empty list allows all")
    Field("enableStrictOriginEnforcement", { $1(&$0.policy.enableStrictOriginEnforcement) }, .bool, "true constrains playback by origin")
  }
}

/// The body of `POST /CreatePlaybackRestrictionPolicy`, and the option of the same content.
package struct IVSPlaybackRestrictionPolicy: Sendable {
  package var name: Located<String>?
  package var allowedCountries: Located<[Located<String>]>?
  package var allowedOrigins: Located<[Located<String>]>?
  package var enableStrictOriginEnforcement: Located<Bool>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = shape { $0.field }
  /// The option's content, of a looser schema: version 1 of the spec's schema takes nothing back.
  static let shapeOfSpecs = shape { $0.fieldOfSpecs }

  private static func shape(_ text: (IVSTextForm) -> FieldType<String>) -> Shape<IVSPlaybackRestrictionPolicy> {
    let (country, origin) = (text(.country), text(.origin))
    return Shape("the playback restriction policy", "Where viewers may watch from.", { IVSPlaybackRestrictionPolicy() }) {
      Field("name", { $1(&$0.name) }, IVSTextForm.name.field, "up to 128 letters, digits, hyphens and underscores; need not be unique")
      Field("allowedCountries", { $1(&$0.allowedCountries) }, .list(country, count: .free), "ISO 3166-1 alpha-2 codes; default: all countries")
      Field("allowedOrigins", { $1(&$0.allowedOrigins) }, .list(origin, count: .free), "origins of sites, as in the header `Origin`; default: all")
      Field("enableStrictOriginEnforcement", { $1(&$0.enableStrictOriginEnforcement) }, .bool, "true constrains playback by origin; default false")
      Field("tags", { $1(&$0.tags) }, .dictionary(IVSTextForm.tag.field), "up to 50, of up to 256 characters each")
    }
  }
}
