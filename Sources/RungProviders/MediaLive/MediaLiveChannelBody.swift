package import RungSource
package import RungSpec

/// The body of `CreateChannel`, as far as a spec sets it.
package struct MediaLiveChannel: Sendable {
  package var name: Located<String>?
  package var channelClass: Located<String>?
  package var roleArn: Located<String>?
  package var logLevel: Located<String>?
  package var inputSpecification: Located<MediaLiveInputSpecification>?
  package var inputAttachments: Located<[Located<MediaLiveAttachment>]>?
  package var destinations: Located<[Located<MediaLiveDestination>]>?
  package var encoderSettings: Located<MediaLiveEncoder>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the channel", "Encodes what comes in, and sends it on.", { MediaLiveChannel() }) {
    Field("Name", { $1(&$0.name) }, .string, of: .name, "the channel's name")
    Field("ChannelClass", { $1(&$0.channelClass) }, .string, of: .medialive("channel_class"), "STANDARD has two pipelines, SINGLE_PIPELINE one")
    Field("RoleArn", { $1(&$0.roleArn) }, .string, of: .medialive("role"), "the role that the channel takes")
    Field("LogLevel", { $1(&$0.logLevel) }, .string, of: .medialive("log_level"), "what is written to CloudWatch Logs")
    Field("InputSpecification", { $1(&$0.inputSpecification) }, .object(MediaLiveInputSpecification.shape), "the largest input, which decides the price")
    Field("InputAttachments", { $1(&$0.inputAttachments) }, .list(.object(MediaLiveAttachment.shape), count: .free), "the inputs")
    Field("Destinations", { $1(&$0.destinations) }, .list(.object(MediaLiveDestination.shape), count: .free), "where outputs go, by the ids that output groups refer to")
    Field("EncoderSettings", { $1(&$0.encoderSettings) }, .object(MediaLiveEncoder.shape), "what is encoded, and how it is grouped")
    Field("Tags", { $1(&$0.tags) }, .dictionary(.string), of: .labels, "tags")
  }
}

package struct MediaLiveInputSpecification: Sendable {
  package var codec: Located<String>?
  package var maximumBitrate: Located<String>?
  package var resolution: Located<String>?

  package static let shape = Shape("InputSpecification", "The largest input.", { MediaLiveInputSpecification() }) {
    Field("Codec", { $1(&$0.codec) }, .string, of: SpecKey("ingest.video.codec"), as: .words(["h264": "AVC", "h265": "HEVC"]), "the codec that takes most to decode")
    Field("MaximumBitrate", { $1(&$0.maximumBitrate) }, .string, of: .medialive("maximum_input_bitrate"), "the input's bitrate at most")
    Field("Resolution", { $1(&$0.resolution) }, .string, of: .medialive("input_resolution"), "SD is less than 720 lines, HD is up to 1080 lines, UHD is more")
  }
}

package struct MediaLiveAttachment: Sendable {
  package var inputAttachmentName: Located<String>?
  package var inputId: Located<String>?
  package var inputSettings: Located<MediaLiveInputSettings>?

  package static let shape = Shape("an input attachment", "An input of the channel.", { MediaLiveAttachment() }) {
    Field("InputAttachmentName", { $1(&$0.inputAttachmentName) }, .string, "its name")
    Field("InputId", { $1(&$0.inputId) }, .string, of: .medialive("input"), "the input's id")
    Field("InputSettings", { $1(&$0.inputSettings) }, .object(MediaLiveInputSettings.shape), "what is taken of the input")
  }
}

package struct MediaLiveInputSettings: Sendable {
  package var audioSelectors: Located<[Located<MediaLiveAudioSelector>]>?
  package var sourceEndBehavior: Located<String>?

  package static let shape = Shape("InputSettings", "What is taken of an input.", { MediaLiveInputSettings() }) {
    Field("AudioSelectors", { $1(&$0.audioSelectors) }, .list(.object(MediaLiveAudioSelector.shape), count: .free), "the audio that descriptions refer to")
    Field("SourceEndBehavior", { $1(&$0.sourceEndBehavior) }, .string, of: .medialive("source_end"), "of a file, CONTINUE or LOOP")
  }
}

package struct MediaLiveAudioSelector: Sendable {
  package var name: Located<String>?

  package static let shape = Shape("an audio selector", "Audio of an input.", { MediaLiveAudioSelector() }) {
    Field("Name", { $1(&$0.name) }, .string, "unique per input")
  }
}

package struct MediaLiveDestination: Sendable {
  package var id: Located<String>?
  package var settings: Located<[Located<MediaLiveDestinationURL>]>?
  package var mediaPackageSettings: Located<[Located<MediaLivePackageDestination>]>?

  package static let shape = Shape("a destination", "Where outputs go.", { MediaLiveDestination() }) {
    Field("Id", { $1(&$0.id) }, .string, "the id that output groups refer to")
    Field("Settings", { $1(&$0.settings) }, .list(.object(MediaLiveDestinationURL.shape), count: .free), "one for each pipeline")
    Field("MediaPackageSettings", { $1(&$0.mediaPackageSettings) }, .list(.object(MediaLivePackageDestination.shape), count: .free), "of MediaPackage, one for both pipelines")
  }
}

package struct MediaLiveDestinationURL: Sendable {
  package var url: Located<String>?
  package var streamName: Located<SecretText>?

  package static let shape = Shape("a destination of a pipeline", "Where one pipeline sends.", { MediaLiveDestinationURL() }) {
    Field("Url", { $1(&$0.url) }, .string, of: .medialive("destinations"), as: .byHand, "a URL")
    Field("StreamName", { $1(&$0.streamName) }, .secret.described(.string(length: 1...Int.max)), of: .simulcastKey, as: .byHand, "of RTMP, the stream name")
  }
}

package struct MediaLivePackageDestination: Sendable {
  package var channelGroup: Located<String>?
  package var channelName: Located<String>?

  package static let shape = Shape("a destination in MediaPackage", "A channel of MediaPackage v2.", { MediaLivePackageDestination() }) {
    Field("ChannelGroup", { $1(&$0.channelGroup) }, .string, of: .medialive("channel_group"), "the channel group")
    Field("ChannelName", { $1(&$0.channelName) }, .string, of: .medialive("package_channel"), "the channel")
  }
}

package struct MediaLiveEncoder: Sendable {
  package var timecodeConfig: Located<MediaLiveTimecode>?
  package var audioDescriptions: Located<[Located<MediaLiveAudio>]>?
  package var videoDescriptions: Located<[Located<MediaLiveVideo>]>?
  package var outputGroups: Located<[Located<MediaLiveOutputGroup>]>?

  package static let shape = Shape("EncoderSettings", "What is encoded.", { MediaLiveEncoder() }) {
    Field("TimecodeConfig", { $1(&$0.timecodeConfig) }, .object(MediaLiveTimecode.shape), "where timecodes come from")
    Field("AudioDescriptions", { $1(&$0.audioDescriptions) }, .list(.object(MediaLiveAudio.shape), count: .free), "the audio that outputs refer to")
    Field("VideoDescriptions", { $1(&$0.videoDescriptions) }, .list(.object(MediaLiveVideo.shape), count: .free), of: .renditions, as: .byHand, "the video that outputs refer to")
    Field("OutputGroups", { $1(&$0.outputGroups) }, .list(.object(MediaLiveOutputGroup.shape), count: .free), "outputs with one destination")
  }
}

package struct MediaLiveTimecode: Sendable {
  package var source: Located<String>?

  package static let shape = Shape("TimecodeConfig", "Timecodes.", { MediaLiveTimecode() }) {
    Field("Source", { $1(&$0.source) }, .string, of: .medialive("timecode"), "EMBEDDED, SYSTEMCLOCK or ZEROBASED")
  }
}
