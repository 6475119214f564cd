package import RungSource
package import RungSpec

extension IVS {
  package struct Options: Sendable {
    package var region: Located<String>?
    package var channel: Located<String>?
    package var type: Located<IVSChannelType>?
    package var preset: Located<String>?
    package var insecureIngest: Located<Bool>?
    package var multitrack: Located<IVSMultitrackOptions>?
    package var recording: Located<IVSRecordingOptions>?
    package var recordingConfiguration: Located<String>?
    package var playbackRestriction: Located<IVSPlaybackRestrictionPolicy>?
    package var playbackRestrictionPolicy: Located<String>?
    package var adConfiguration: Located<String>?
    package var failoverSlateConfiguration: Located<String>?

    /// The ARNs that are set, each with its form.
    var arns: [(arn: Located<String>, form: IVSTextForm)] {
      [
        (recordingConfiguration, .recordingConfiguration), (playbackRestrictionPolicy, .playbackRestrictionPolicy), (adConfiguration, .adConfiguration),
        (failoverSlateConfiguration, .failoverSlateConfiguration),
      ].compactMap { arn, form in arn.map { ($0, form) } }
    }
  }

  package static let options = Shape("the target ivs", "Amazon IVS's own settings.", { Options() }) {
    Field("region", { $1(&$0.region) }, .awsRegion(Source.reference("Introduction: the API is an AWS regional service", strength: .inferred)).described(.string(length: 1...Int.max)), "The AWS region, as `us-east-1`. Where it is not set, the URLs of the plan keep `{region}`.")
    Field("channel", { $1(&$0.channel) }, .text(0...128), "The channel's name, up to 128 letters, digits, hyphens and underscores. Default: derived from `name`.")
    Field("type", { $1(&$0.type) }, .choice, "`BASIC`, `STANDARD`, `ADVANCED_SD` or `ADVANCED_HD`. Default: BASIC where the encoder sends what viewers get, otherwise STANDARD.")
    Field("preset", { $1(&$0.preset) }, .word(IVSChannel.presets), "The transcode preset, ADVANCED types only. Amazon IVS's default for them: HIGHER_BANDWIDTH_DELIVERY.")
    Field("insecure_ingest", { $1(&$0.insecureIngest) }, .bool, "True accepts RTMP and SRT without encryption. Default: true where `ingest.protocols` has `rtmp` and not `rtmps`.")
    Field(part: "multitrack", { $1(&$0.multitrack) }, IVSMultitrackOptions.shape, "Multitrack input: the encoder sends every rendition. Default: set where the encoder sends several.")
    Field(part: "recording", { $1(&$0.recording) }, IVSRecordingOptions.shape, "What of the stream is recorded into the bucket of `recording.destinations`.")
    Field("recording_configuration", { $1(&$0.recordingConfiguration) }, .text(0...128), "The ARN of a recording configuration that exists, in place of one that the plan creates.")
    Field(part: "playback_restriction", { $1(&$0.playbackRestriction) }, IVSPlaybackRestrictionPolicy.shapeOfSpecs, "A playback restriction policy that the plan creates: where viewers may watch from.")
    Field("playback_restriction_policy", { $1(&$0.playbackRestrictionPolicy) }, .text(0...128), "The ARN of a playback restriction policy that exists.")
    Field("ad_configuration", { $1(&$0.adConfiguration) }, .text(0...128), "The ARN of an ad configuration.")
    Field("failover_slate_configuration", { $1(&$0.failoverSlateConfiguration) }, .text(0...128), "The ARN of a failover slate configuration: what viewers see while the encoder is away.")
  }
}

package struct IVSMultitrackOptions: Sendable {
  package var policy: Located<String>?
  package var maximumResolution: Located<String>?

  package static let shape = Shape("`multitrack`", "Multitrack input.", { IVSMultitrackOptions() }) {
    Field("policy", { $1(&$0.policy) }, .word(IVSMultitrack.policies), "`ALLOW` accepts other encoders as well, `REQUIRE` rejects them. Default: REQUIRE.")
    Field("maximum_resolution", { $1(&$0.maximumResolution) }, .word(IVSMultitrack.resolutions), "`SD` (480p), `HD` (720p) or `FULL_HD` (1080p). Default: the smallest that the ladder fits into.")
  }
}

package struct IVSRecordingOptions: Sendable {
  package var name: Located<String>?
  package var reconnectWindow: Located<Seconds>?
  package var renditions: Located<[Located<String>]>?
  package var renditionSelection: Located<String>?
  package var thumbnails: Located<IVSThumbnails>?

  package static let shape = Shape("`recording`", "What is recorded.", { IVSRecordingOptions() }) {
    Field("name", { $1(&$0.name) }, .text(0...128), "The recording configuration's name. Default: the channel's.")
    Field("reconnect_window", { $1(&$0.reconnectWindow) }, .unit, "Whole seconds, 0 to 300: an encoder that comes back in this time continues the recording. Amazon IVS's default: 0.")
    Field("rendition_selection", { $1(&$0.renditionSelection) }, .word(IVSRenditions.selections), "`ALL`, `NONE`, or `CUSTOM` for `renditions`. Amazon IVS's default: ALL.")
    Field("renditions", { $1(&$0.renditions) }, .list(.word(IVSRenditions.names), count: .free), "Which renditions are recorded: `SD`, `HD`, `FULL_HD`, `LOWEST_RESOLUTION`.")
    Field("thumbnails", { $1(&$0.thumbnails) }, .object(IVSThumbnails.shape), "Thumbnails, as Amazon IVS has them under `thumbnailConfiguration`.")
  }
}
