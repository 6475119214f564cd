package import RungSource
package import RungSpec

// The request bodies. Source of every field: ``MKIO/Source/reference(_:strength:)``, the schemas named in the comments.

/// `PUT …/media/liveEvents/{event_name}` (LiveEventPutSchema). Everything but `properties.pipeline` is fixed at creation.
package struct MKIOLiveEvent: Sendable {
  package var location: Located<String>?
  package var tags: Located<[DictionaryEntry<String>]>?
  package var properties: Located<MKIOLiveEventProperties>?

  package static let shape = Shape("the live event", "Creates a live event: ingest and encoding.", { MKIOLiveEvent() }) {
    Field("location", { $1(&$0.location) }, .string, empty: .absentText, of: .mkio("location"), "deprecated")
    Field("tags", { $1(&$0.tags) }, .dictionary(.text(0...64, isRuled: true)), required: true, omittable: true, of: .labels, "up to 16 labels, up to 64 characters each")
    Field("properties", { $1(&$0.properties) }, .object(MKIOLiveEventProperties.shape), required: true, "its settings")
  }
}

package struct MKIOLiveEventProperties: Sendable {
  package var description: Located<String>?
  package var useStaticHostname: Located<Bool>?
  package var hostnamePrefix: Located<String>?
  package var streamOptions: Located<[Located<String>]>?
  package var encoding: Located<MKIOEncoding>?
  package var input: Located<MKIOInput>?
  package var preview: Located<MKIOPreview>?
  package var crossSiteAccessPolicies: Located<MKIOCrossSitePolicies>?
  package var pipeline: Located<MKIOPipeline>?

  package static let shape = Shape("properties", "Settings of a live event.", { MKIOLiveEventProperties() }) {
    Field("description", { $1(&$0.description) }, .text(0...4096, isRuled: true), of: .description, "up to 4096 characters")
    Field("useStaticHostname", { $1(&$0.useStaticHostname) }, .bool, required: true, omittable: true, of: .mkio("static_hostname"), "host names that do not change")
    Field("hostnamePrefix", { $1(&$0.hostnamePrefix) }, .string, empty: .absentText, of: .mkio("hostname_prefix"), "applied when `useStaticHostname` is true")
    Field("streamOptions", { $1(&$0.streamOptions) }, .list(.word(["Default", "LowLatency"], renamed: ["LowLatencyV2": "LowLatency"]), count: 1...1), required: true, omittable: true, of: .lowLatency, as: .words(["true": "[\"LowLatency\"]"]), "exactly one of `Default` and `LowLatency`")
    Field("encoding", { $1(&$0.encoding) }, .object(MKIOEncoding.shape), required: true, of: .encoding, as: .byHand, "how the stream is encoded")
    Field("input", { $1(&$0.input) }, .object(MKIOInput.shape), required: true, of: .ingest, "the ingest")
    Field("preview", { $1(&$0.preview) }, .object(MKIOPreview.shape), of: .mkio("preview"), "who may see the preview")
    Field("crossSiteAccessPolicies", { $1(&$0.crossSiteAccessPolicies) }, .object(MKIOCrossSitePolicies.shape), "a legacy of Silverlight and Flash")
    Field("transcriptions", ignored: .list(.node, count: .free), "it is not supported at present", MKIO.Source.reference("LiveEventPutProperties.transcriptions"))
    Field("pipeline", { $1(&$0.pipeline) }, .object(MKIOPipeline.shape), of: .mkio("pipeline"), "AI pipeline; the only part that can be changed later")
  }
}

package struct MKIOEncoding: Sendable {
  package var encodingType: Located<String>?
  package var keyFrameInterval: Located<Seconds>?
  package var presetName: Located<String>?
  package var stretchMode: Located<String>?

  package static let shape = Shape("properties.encoding", "What becomes of the stream.", { MKIOEncoding() }) {
    Field("encodingType", { $1(&$0.encodingType) }, .word(["None", "PassthroughBasic", "PassthroughStandard", "Premium1080p", "Standard"], renamed: ["Basic": "Standard"]), required: true, of: .mkio("encoding_type"), as: .words(["PassthroughStandard": "None"]), "the type; `None` is a deprecated name of PassthroughStandard")
    Field("keyFrameInterval", { $1(&$0.keyFrameInterval) }, .iso8601, empty: .unclearOrNull, of: .keyframeInterval, as: .iso8601, "1 to 10 s, encoding types only; default PT2S")
    Field("presetName", { $1(&$0.presetName) }, .string, empty: .absent, of: .mkio("preset_name"), "`Default720p` (Standard), `Default1080p` (Premium1080p), others through support")
    Field("stretchMode", { $1(&$0.stretchMode) }, .word(["None", "AutoSize", "AutoFit"]), of: .mkio("stretch_mode"), "image fitting, encoding types only")
  }
}

package struct MKIOInput: Sendable {
  package var streamingProtocol: Located<String>?
  package var accessControl: Located<MKIOAccessControl>?
  package var accessToken: Located<MKIOAccessToken>?
  package var keyFrameIntervalDuration: Located<Seconds>?
  package var timedMetadataEndpoints: Located<[Located<MKIOTimedMetadataEndpoint>]>?

  package static let shape = Shape("properties.input", "How the stream comes in.", { MKIOInput() }) {
    Field("streamingProtocol", { $1(&$0.streamingProtocol) }, .word(["RTMP", "RTMPS", "SRT"]), of: .ingestProtocols, as: .upperCase, "`RTMP` (default), `RTMPS`, or `SRT` (encoding types only)")
    Field("accessControl", { $1(&$0.accessControl) }, .object(MKIOAccessControl.shape), required: true, omittable: true, of: .ingestAllow, as: .byHand, "who may push")
    Field("accessToken", { $1(&$0.accessToken) }, .accessToken, required: true, omittable: true, of: .ingestToken, "a UUID for RTMP, a passphrase of 10 to 79 characters for SRT, or null: MK.IO generates one")
    Field("keyFrameIntervalDuration", { $1(&$0.keyFrameIntervalDuration) }, .iso8601, empty: .absent, of: .ingestKeyframeInterval, as: .iso8601, "the encoder's keyframe interval; empty for the encoding types")
    Field("timedMetadataEndpoints", { $1(&$0.timedMetadataEndpoints) }, .list(.object(MKIOTimedMetadataEndpoint.shape), count: .free), required: true, omittable: true, of: .mkio("timed_metadata_endpoints"), as: .byHand, "where timed metadata comes from")
  }
}

package struct MKIOTimedMetadataEndpoint: Sendable {
  package var url: Located<String>?

  package static let shape = Shape("a timed metadata endpoint", "Where timed metadata comes from.", { MKIOTimedMetadataEndpoint() }) {
    Field("url", { $1(&$0.url) }, .uri("https://metadata.example.com/main-stage"), required: true, empty: .unclear, "its URL")
  }
}

package struct MKIOAccessControl: Sendable {
  package var ip: Located<MKIOAddressList>?

  package static let shape = Shape("accessControl", "Who has access.", { MKIOAccessControl() }) {
    Field("ip", { $1(&$0.ip) }, .object(MKIOAddressList.shape), required: true, "by address")
  }
}

package struct MKIOAddressList: Sendable {
  package var allow: Located<[Located<MKIOAddressRange>]>?

  package static let shape = Shape("accessControl.ip", "Addresses that have access.", { MKIOAddressList() }) {
    Field("allow", { $1(&$0.allow) }, .list(.object(MKIOAddressRange.shape), count: .free), required: true, "an empty list allows everyone")
  }
}

/// IPRange.
package struct MKIOAddressRange: Sendable {
  package var name: Located<String>?
  package var address: Located<String>?
  package var subnetPrefixLength: Located<Int>?

  package static let shape = Shape("an address range", "Addresses that share a prefix.", { MKIOAddressRange() }) {
    Field("name", { $1(&$0.name) }, .text(1...32), required: true, "1 to 32 characters")
    Field("address", { $1(&$0.address) }, .string, required: true, empty: .unclear, "an IPv4 address")
    Field("subnetPrefixLength", { $1(&$0.subnetPrefixLength) }, .integer(0...32), required: true, "0 to 32 bits")
  }
}

package struct MKIOPreview: Sendable {
  package var accessControl: Located<MKIOAccessControl>?
  package var previewLocator: Located<String>?
  package var streamingPolicyName: Located<String>?
  package var alternativeMediaId: Located<String>?

  package static let shape = Shape("properties.preview", "The preview.", { MKIOPreview() }) {
    Field("accessControl", { $1(&$0.accessControl) }, .object(MKIOAccessControl.shape), of: .mkio("preview.allow"), as: .byHand, "who may see it")
    Field("previewLocator", { $1(&$0.previewLocator) }, .uuid, of: .mkio("preview.locator"), "the id of its locator")
    Field("streamingPolicyName", { $1(&$0.streamingPolicyName) }, .text(1...260), empty: .absentText, of: .mkio("preview.streaming_policy"), "`Predefined_ClearStreamingOnly`")
    Field("alternativeMediaId", { $1(&$0.alternativeMediaId) }, .string, empty: .absentText, of: .mkio("preview.alternative_media_id"), "not currently supported")
  }
}

package struct MKIOCrossSitePolicies: Sendable {
  package var clientAccessPolicy: Located<String>?
  package var crossDomainPolicy: Located<String>?

  package static let shape = Shape("crossSiteAccessPolicies", "A legacy of Silverlight and Flash.", { MKIOCrossSitePolicies() }) {
    Field("clientAccessPolicy", { $1(&$0.clientAccessPolicy) }, .string, empty: .absent, of: .mkio("client_access_policy"), "XML")
    Field("crossDomainPolicy", { $1(&$0.crossDomainPolicy) }, .string, empty: .absent, of: .mkio("cross_domain_policy"), "XML")
  }
}

/// PipelineArguments; also the option `pipeline`.
package struct MKIOPipeline: Sendable {
  package var name: Located<String>?
  package var arguments: Located<Node>?

  package static let shape = Shape("`pipeline`", "An AI pipeline.", { MKIOPipeline() }) {
    Field("name", { $1(&$0.name) }, .text(0...255), required: true, "Predefined_ACSLiveTranscription: the pipeline")
    Field("arguments", { $1(&$0.arguments) }, .mapping, "lists of `name` and `value`, by task")
  }
}

/// `PUT …/media/liveEvents/{event_name}/liveOutputs/{output_name}` (LiveOutputPutProperties). It cannot be changed later.
package struct MKIOLiveOutput: Sendable {
  package var properties: Located<MKIOLiveOutputProperties>?

  package static let shape = Shape("the live output", "Archives a live event into an asset.", { MKIOLiveOutput() }) {
    Field("properties", { $1(&$0.properties) }, .object(MKIOLiveOutputProperties.shape), required: true, "its settings")
  }
}

package struct MKIOLiveOutputProperties: Sendable {
  package var assetName: Located<String>?
  package var archiveWindowLength: Located<Seconds>?
  package var manifestName: Located<String>?
  package var description: Located<String>?
  package var hls: Located<MKIOOutputHLS>?

  package static let shape = Shape("properties", "Settings of a live output.", { MKIOLiveOutputProperties() }) {
    Field("assetName", { $1(&$0.assetName) }, MKIONameForm.asset.field, required: true, of: .mkio("asset"), as: .byHand, "the asset; must exist")
    Field("archiveWindowLength", { $1(&$0.archiveWindowLength) }, .iso8601, required: true, of: .recordingWindow, as: .iso8601, "what is archived and how far viewers can rewind, from PT1M")
    Field("manifestName", { $1(&$0.manifestName) }, MKIONameForm.manifest.field, of: .mkio("manifest"), "the file name in playback URLs")
    Field("description", { $1(&$0.description) }, .text(0...4096, isRuled: true), of: .mkio("output_description"), "up to 4096 characters")
    Field("hls", { $1(&$0.hls) }, .object(MKIOOutputHLS.shape), "HLS over MPEG-TS")
    Field("outputSnapTime", ignored: .integer, "it is not supported", MKIO.Source.reference("LiveOutputPutProperties.outputSnapTime"))
    Field("rewindWindowLength", ignored: .iso8601, "it is not supported", MKIO.Source.reference("LiveOutputPutProperties.rewindWindowLength"))
  }
}

package struct MKIOOutputHLS: Sendable {
  package var fragmentsPerTsSegment: Located<Int>?

  package static let shape = Shape("properties.hls", "HLS over MPEG-TS.", { MKIOOutputHLS() }) {
    Field("fragmentsPerTsSegment", { $1(&$0.fragmentsPerTsSegment) }, .integer(1...100_000_000), of: .mkio("fragments_per_ts_segment"), "default 1")
  }
}

// MARK: Values of bodies

/// `accessToken`: "if omitted or null, the service will generate a unique value", and the schema requires it.
package enum MKIOAccessToken: Sendable {
  case given(SecretText)
  case generated
}

extension FieldType where Value == MKIOAccessToken {
  fileprivate static var accessToken: FieldType {
    FieldType(.nullable(FieldType<String>.string.schema())) { node, report in
      if node.isNull { return .generated }
      return FieldType<SecretText>.secret.read(node, &report).map { .given($0) }
    } write: { token, place in
      switch token {
      case .given(let text): .string(text.revealed, at: place)
      case .generated: .null(at: place)
      }
    }
  }
}

extension FieldType where Value == Seconds {
  /// A duration of ISO 8601, always with `T`: the only expression that MK.IO publishes for durations demands it.
  /// What has no exact decimal is never put into a body; a rule says so.
  fileprivate static var iso8601: FieldType {
    FieldType(.string(pattern: #"^PT([0-9]+H)?([0-9]+M)?([0-9.]+S)?$"#, examples: ["PT2S", "PT4H"])) { node, report in
      guard let text = node.scalar?.text, text.utf8.first == UInt8(ascii: "P"), let value = Seconds.plain(text) else {
        report.flag(
          SpecFaults.malformedValue, node.place, "\(node.scalar.map { "`\($0.text)`" } ?? node.kindName) is not an ISO 8601 duration",
          help: "write for example `PT2S`")
        return nil
      }
      return value
    } write: { .string($0.iso8601 ?? $0.text, at: $1) }
  }
}
