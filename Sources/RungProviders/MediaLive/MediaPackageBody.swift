package import RungSource
package import RungSpec

/// The body of `CreateChannelGroup` of MediaPackage v2.
package struct MediaPackageGroup: Sendable {
  package var channelGroupName: Located<String>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the channel group", "Channels with one domain.", { MediaPackageGroup() }) {
    Field("ChannelGroupName", { $1(&$0.channelGroupName) }, .string, of: .medialive("channel_group"), "unique in the account and region")
    Field("Tags", { $1(&$0.tags) }, .dictionary(.string), of: .labels, "tags")
  }
}

/// The body of `CreateChannel` of MediaPackage v2.
package struct MediaPackageChannel: Sendable {
  package var channelGroupName: Located<String>?
  package var channelName: Located<String>?
  package var inputType: Located<String>?
  package var description: Located<String>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the MediaPackage channel", "Takes in what MediaLive sends.", { MediaPackageChannel() }) {
    Field("ChannelGroupName", { $1(&$0.channelGroupName) }, .string, of: .medialive("channel_group"), "its group")
    Field("ChannelName", { $1(&$0.channelName) }, .string, of: .medialive("package_channel"), "unique in the group")
    Field("InputType", { $1(&$0.inputType) }, .string, "CMAF, or HLS (default); cannot be changed")
    Field("Description", { $1(&$0.description) }, .string, of: .description, "up to 1024 characters")
    Field("Tags", { $1(&$0.tags) }, .dictionary(.string), of: .labels, "tags")
  }
}

/// The body of `CreateOriginEndpoint` of MediaPackage v2.
package struct MediaPackageEndpoint: Sendable {
  package var channelGroupName: Located<String>?
  package var channelName: Located<String>?
  package var originEndpointName: Located<String>?
  package var containerType: Located<String>?
  package var segment: Located<MediaPackageSegment>?
  package var startoverWindowSeconds: Located<Int>?
  package var hlsManifests: Located<[Located<MediaPackageManifest>]>?
  package var lowLatencyHlsManifests: Located<[Located<MediaPackageManifest>]>?
  package var dashManifests: Located<[Located<MediaPackageManifest>]>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the origin endpoint", "What players ask for.", { MediaPackageEndpoint() }) {
    Field("ChannelGroupName", { $1(&$0.channelGroupName) }, .string, of: .medialive("channel_group"), "its group")
    Field("ChannelName", { $1(&$0.channelName) }, .string, of: .medialive("package_channel"), "its channel")
    Field("OriginEndpointName", { $1(&$0.originEndpointName) }, .string, of: .medialive("origin_endpoint"), "unique in the channel")
    Field("ContainerType", { $1(&$0.containerType) }, .string, of: .hlsSegmentFormat, as: .words(["mpegts": "TS", "fmp4": "CMAF"]), "TS, CMAF or ISM; cannot be changed")
    Field("Segment", { $1(&$0.segment) }, .object(MediaPackageSegment.shape), "the segments")
    Field("StartoverWindowSeconds", { $1(&$0.startoverWindowSeconds) }, .integer, of: .recordingWindow, as: .seconds, "seconds that viewers can go back, at most 14 days")
    Field("HlsManifests", { $1(&$0.hlsManifests) }, .list(.object(MediaPackageManifest.hls), count: .free), of: .hls, as: .byHand, "HLS")
    Field("LowLatencyHlsManifests", { $1(&$0.lowLatencyHlsManifests) }, .list(.object(MediaPackageManifest.hls), count: .free), of: .lowLatency, as: .byHand, "low-latency HLS")
    Field("DashManifests", { $1(&$0.dashManifests) }, .list(.object(MediaPackageManifest.dash), count: .free), of: .dash, as: .byHand, "DASH")
    Field("Tags", { $1(&$0.tags) }, .dictionary(.string), of: .labels, "tags")
  }
}

package struct MediaPackageSegment: Sendable {
  package var segmentDurationSeconds: Located<Int>?

  package static let shape = Shape("Segment", "The segments.", { MediaPackageSegment() }) {
    Field("SegmentDurationSeconds", { $1(&$0.segmentDurationSeconds) }, .integer, of: .hlsSegmentDuration, as: .seconds, "seconds: the input's segment duration, or a multiple of it")
  }
}

package struct MediaPackageManifest: Sendable {
  package var manifestName: Located<String>?
  package var manifestWindowSeconds: Located<Int>?
  package var minBufferTimeSeconds: Located<Int>?

  package static let hls = Shape("a manifest", "A playlist.", { MediaPackageManifest() }) {
    Field("ManifestName", { $1(&$0.manifestName) }, .string, "letters, digits and hyphens")
    Field("ManifestWindowSeconds", { $1(&$0.manifestWindowSeconds) }, .integer, of: .hlsPlaylistSegments, as: .byHand, "seconds, 30 or more")
  }

  package static let dash = Shape("a manifest", "A manifest.", { MediaPackageManifest() }) {
    Field("ManifestName", { $1(&$0.manifestName) }, .string, "letters, digits and hyphens")
    Field("ManifestWindowSeconds", { $1(&$0.manifestWindowSeconds) }, .integer, of: .dashWindow, as: .seconds, "seconds, 30 or more")
    Field("MinBufferTimeSeconds", { $1(&$0.minBufferTimeSeconds) }, .integer, of: .dashMinBuffer, as: .seconds, "seconds")
  }
}
