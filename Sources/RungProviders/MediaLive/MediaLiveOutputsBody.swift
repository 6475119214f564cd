package import RungSource
package import RungSpec

/// Outputs with one destination.
package struct MediaLiveOutputGroup: Sendable {
  package var name: Located<String>?
  package var outputGroupSettings: Located<MediaLiveGroupKind>?
  package var outputs: Located<[Located<MediaLiveOutput>]>?

  package static let shape = Shape("an output group", "Outputs with one destination.", { MediaLiveOutputGroup() }) {
    Field("Name", { $1(&$0.name) }, .string, "at most 32 characters")
    Field("OutputGroupSettings", { $1(&$0.outputGroupSettings) }, .object(MediaLiveGroupKind.shape), "one kind of group")
    Field("Outputs", { $1(&$0.outputs) }, .list(.object(MediaLiveOutput.shape), count: .free), "its outputs")
  }
}

/// Exactly one of them.
package struct MediaLiveGroupKind: Sendable {
  package var hls: Located<MediaLiveGroup>?
  package var mediaPackage: Located<MediaLiveGroup>?
  package var cmaf: Located<MediaLiveGroup>?
  package var rtmp: Located<MediaLiveGroup>?
  package var archive: Located<MediaLiveGroup>?

  package static let shape = Shape("OutputGroupSettings", "A kind of group.", { MediaLiveGroupKind() }) {
    Field("HlsGroupSettings", { $1(&$0.hls) }, .object(MediaLiveGroup.hls), "HLS")
    Field("MediaPackageGroupSettings", { $1(&$0.mediaPackage) }, .object(MediaLiveGroup.mediaPackage), "MediaPackage")
    Field("CmafIngestGroupSettings", { $1(&$0.cmaf) }, .object(MediaLiveGroup.cmaf), "CMAF Ingest")
    Field("RtmpGroupSettings", { $1(&$0.rtmp) }, .object(MediaLiveGroup.rtmp), "RTMP")
    Field("ArchiveGroupSettings", { $1(&$0.archive) }, .object(MediaLiveGroup.archive), "files")
  }
}

/// The settings of a group. Not every kind has all of them.
package struct MediaLiveGroup: Sendable {
  package var destination: Located<MediaLiveReference>?
  package var segmentLength: Located<Int>?
  package var segmentLengthUnits: Located<String>?
  package var mode: Located<String>?
  package var indexNSegments: Located<Int>?
  package var keepSegments: Located<Int>?
  package var manifestDurationFormat: Located<String>?
  package var rolloverInterval: Located<Int>?
  package var v2: Located<MediaLiveV2>?

  package static let hls = Shape("HlsGroupSettings", "HLS.", { MediaLiveGroup() }) {
    target
    Field("SegmentLength", { $1(&$0.segmentLength) }, .integer, of: .hlsSegmentDuration, as: .seconds, "seconds; a segment ends at the next keyframe after them")
    Field("Mode", { $1(&$0.mode) }, .string, "LIVE, or VOD to keep every segment")
    Field("IndexNSegments", { $1(&$0.indexNSegments) }, .integer, of: .hlsPlaylistSegments, "segments in the playlist, 3 or more")
    Field("KeepSegments", { $1(&$0.keepSegments) }, .integer, of: .hlsPreservedSegments, as: .byHand, "segments in the destination, more than IndexNSegments")
    Field("ManifestDurationFormat", { $1(&$0.manifestDurationFormat) }, .string, "FLOATING_POINT or INTEGER")
  }

  package static let mediaPackage = Shape("MediaPackageGroupSettings", "MediaPackage.", { MediaLiveGroup() }) {
    target
    Field("MediapackageV2GroupSettings", { $1(&$0.v2) }, .object(MediaLiveV2.shape), "of MediaPackage v2")
  }

  package static let mediaPackageV2 = MediaLiveV2.shape

  package static let cmaf = Shape("CmafIngestGroupSettings", "CMAF Ingest.", { MediaLiveGroup() }) {
    target
    Field("SegmentLength", { $1(&$0.segmentLength) }, .integer, "in SegmentLengthUnits; a segment ends at the next keyframe after it")
    Field("SegmentLengthUnits", { $1(&$0.segmentLengthUnits) }, .string, "SECONDS or MILLISECONDS")
  }

  package static let rtmp = Shape("RtmpGroupSettings", "RTMP.", { MediaLiveGroup() }) {}

  package static let archive = Shape("ArchiveGroupSettings", "Files.", { MediaLiveGroup() }) {
    target
    Field("RolloverInterval", { $1(&$0.rolloverInterval) }, .integer, of: .recordingMaxFileDuration, as: .seconds, "seconds in a file")
  }

  private static let target: [Field<MediaLiveGroup>] = [
    Field("Destination", { $1(&$0.destination) }, .object(MediaLiveReference.shape), "where the group sends")
  ]
}

package struct MediaLiveV2: Sendable {
  package var segmentLength: Located<Int>?
  package var segmentLengthUnits: Located<String>?

  package static let shape = Shape("MediapackageV2GroupSettings", "Of MediaPackage v2.", { MediaLiveV2() }) {
    Field("SegmentLength", { $1(&$0.segmentLength) }, .integer, "in SegmentLengthUnits; a segment ends at the next keyframe after it")
    Field("SegmentLengthUnits", { $1(&$0.segmentLengthUnits) }, .string, "SECONDS or MILLISECONDS")
  }
}

package struct MediaLiveReference: Sendable {
  package var destinationRefId: Located<String>?

  package static let shape = Shape("a reference to a destination", "A destination.", { MediaLiveReference() }) {
    Field("DestinationRefId", { $1(&$0.destinationRefId) }, .string, "the id of a destination of the channel")
  }
}

package struct MediaLiveOutput: Sendable {
  package var outputName: Located<String>?
  package var videoDescriptionName: Located<String>?
  package var audioDescriptionNames: Located<[Located<String>]>?
  package var outputSettings: Located<MediaLiveOutputKind>?

  package static let shape = Shape("an output", "A stream of a group.", { MediaLiveOutput() }) {
    Field("OutputName", { $1(&$0.outputName) }, .string, "its name")
    Field("VideoDescriptionName", { $1(&$0.videoDescriptionName) }, .string, "a video description of the channel")
    Field("AudioDescriptionNames", { $1(&$0.audioDescriptionNames) }, .list(.string, count: .free), "audio descriptions of the channel")
    Field("OutputSettings", { $1(&$0.outputSettings) }, .object(MediaLiveOutputKind.shape), "those of the group's kind")
  }
}

/// Exactly one of them, of the group's kind.
package struct MediaLiveOutputKind: Sendable {
  package var hls: Located<MediaLiveHLSOutput>?
  package var mediaPackage: Located<MediaLivePackageOutput>?
  package var cmaf: Located<MediaLiveNamedOutput>?
  package var rtmp: Located<MediaLiveRTMPOutput>?
  package var archive: Located<MediaLiveNamedOutput>?

  package static let shape = Shape("OutputSettings", "A kind of output.", { MediaLiveOutputKind() }) {
    Field("HlsOutputSettings", { $1(&$0.hls) }, .object(MediaLiveHLSOutput.shape), "HLS")
    Field("MediaPackageOutputSettings", { $1(&$0.mediaPackage) }, .object(MediaLivePackageOutput.shape), "MediaPackage")
    Field("CmafIngestOutputSettings", { $1(&$0.cmaf) }, .object(MediaLiveNamedOutput.cmaf), "CMAF Ingest")
    Field("RtmpOutputSettings", { $1(&$0.rtmp) }, .object(MediaLiveRTMPOutput.shape), "RTMP")
    Field("ArchiveOutputSettings", { $1(&$0.archive) }, .object(MediaLiveNamedOutput.archive), "files")
  }
}

package struct MediaLiveHLSOutput: Sendable {
  package var nameModifier: Located<String>?
  package var hlsSettings: Located<MediaLiveHLSKind>?

  package static let shape = Shape("HlsOutputSettings", "HLS.", { MediaLiveHLSOutput() }) {
    Field("NameModifier", { $1(&$0.nameModifier) }, .string, "ends the file's name; unique in the group")
    Field("HlsSettings", { $1(&$0.hlsSettings) }, .object(MediaLiveHLSKind.shape), "one kind of segments")
  }
}

/// Exactly one of them.
package struct MediaLiveHLSKind: Sendable {
  package var standard: Located<MediaLiveHLSSegments>?
  package var fmp4: Located<MediaLiveHLSSegments>?
  package var audioOnly: Located<MediaLiveHLSSegments>?

  package static let shape = Shape("HlsSettings", "A kind of segments.", { MediaLiveHLSKind() }) {
    Field("StandardHlsSettings", { $1(&$0.standard) }, .object(MediaLiveHLSSegments.standard), "MPEG-TS")
    Field("Fmp4HlsSettings", { $1(&$0.fmp4) }, .object(MediaLiveHLSSegments.fmp4), "fMP4")
    Field("AudioOnlyHlsSettings", { $1(&$0.audioOnly) }, .object(MediaLiveHLSSegments.audioOnly), "audio alone")
  }
}

package struct MediaLiveHLSSegments: Sendable {
  package var m3u8Settings: Located<Node>?
  package var audioRenditionSets: Located<String>?
  package var audioGroupId: Located<String>?
  package var audioTrackType: Located<String>?
  package var segmentType: Located<String>?

  package static let standard = Shape("StandardHlsSettings", "MPEG-TS.", { MediaLiveHLSSegments() }) {
    Field("M3u8Settings", { $1(&$0.m3u8Settings) }, .node, "the transport stream")
  }

  package static let fmp4 = Shape("Fmp4HlsSettings", "fMP4.", { MediaLiveHLSSegments() }) {
    Field("AudioRenditionSets", { $1(&$0.audioRenditionSets) }, .string, "the audio groups that play with the video, with commas between them")
  }

  package static let audioOnly = Shape("AudioOnlyHlsSettings", "Audio alone.", { MediaLiveHLSSegments() }) {
    Field("AudioGroupId", { $1(&$0.audioGroupId) }, .string, "the group of audio")
    Field("AudioTrackType", { $1(&$0.audioTrackType) }, .string, "how players choose it")
    Field("SegmentType", { $1(&$0.segmentType) }, .string, "AAC or FMP4")
  }
}

package struct MediaLivePackageOutput: Sendable {
  package var v2: Located<MediaLivePackageAudio>?

  package static let shape = Shape("MediaPackageOutputSettings", "MediaPackage.", { MediaLivePackageOutput() }) {
    Field("MediaPackageV2DestinationSettings", { $1(&$0.v2) }, .object(MediaLivePackageAudio.shape), "of MediaPackage v2")
  }
}

package struct MediaLivePackageAudio: Sendable {
  package var audioGroupId: Located<String>?
  package var audioRenditionSets: Located<String>?

  package static let shape = Shape("MediaPackageV2DestinationSettings", "Audio groups.", { MediaLivePackageAudio() }) {
    Field("AudioGroupId", { $1(&$0.audioGroupId) }, .string, "of an audio output, its group")
    Field("AudioRenditionSets", { $1(&$0.audioRenditionSets) }, .string, "of a video output, the groups that play with it")
  }
}

package struct MediaLiveNamedOutput: Sendable {
  package var nameModifier: Located<String>?
  package var containerSettings: Located<Node>?

  package static let cmaf = Shape("CmafIngestOutputSettings", "CMAF Ingest.", { MediaLiveNamedOutput() }) {
    Field("NameModifier", { $1(&$0.nameModifier) }, .string, "ends the track's name; unique in the group")
  }

  package static let archive = Shape("ArchiveOutputSettings", "Files.", { MediaLiveNamedOutput() }) {
    Field("NameModifier", { $1(&$0.nameModifier) }, .string, "ends the file's name; unique in the group")
    Field("ContainerSettings", { $1(&$0.containerSettings) }, .node, "the container")
  }
}

package struct MediaLiveRTMPOutput: Sendable {
  package var destination: Located<MediaLiveReference>?

  package static let shape = Shape("RtmpOutputSettings", "RTMP.", { MediaLiveRTMPOutput() }) {
    Field("Destination", { $1(&$0.destination) }, .object(MediaLiveReference.shape), "where the output goes")
  }
}
