package import RungSource
package import RungSpec

extension MKIO {
  package struct Options: Sendable {
    package var project: Located<String>?
    package var event: Located<String>?
    package var eventDescription: Located<String>?
    package var location: Located<String>?
    package var encodingType: Located<MKIOEncodingChoice>?
    package var presetName: Located<String>?
    package var stretchMode: Located<String>?
    package var staticHostname: Located<Bool>?
    package var hostnamePrefix: Located<String>?
    package var addressNames: Located<[DictionaryEntry<String>]>?
    package var preview: Located<MKIOPreviewOptions>?
    package var timedMetadataEndpoints: Located<[Located<StreamURL>]>?
    package var clientAccessPolicy: Located<String>?
    package var crossDomainPolicy: Located<String>?
    package var transcription: Located<MKIOTranscriptionOptions>?
    package var pipeline: Located<MKIOPipeline>?
    package var output: Located<String>?
    package var outputDescription: Located<String>?
    package var manifest: Located<String>?
    package var fragmentsPerTSSegment: Located<Int>?
    package var asset: Located<MKIOAssetOptions>?
    package var locator: Located<MKIOLocatorOptions>?
    package var streamingPolicy: Located<String>?
    package var contentKeyPolicy: Located<String>?
    package var endpoint: Located<MKIOEndpointOptions>?
  }

  package static let options = Shape("the target mkio", "MK.IO's own settings.", { Options() }) {
    Field("project", { $1(&$0.project) }, .string, "The project. Where it is not set, the URLs of the plan keep `{project}`.")
    Field("event", { $1(&$0.event) }, .string, "The live event's name, 2 to 32 letters, digits and hyphens. Default: derived from `name`. A name cannot be reused after its event is deleted.")
    Field("event_description", { $1(&$0.eventDescription) }, .text(0...4096, isRuled: true), "The live event's description, up to 4096 characters. Default: `description`.")
    Field("location", { $1(&$0.location) }, .string, "The live event's region; deprecated by MK.IO.")
    Field("encoding_type", { $1(&$0.encodingType) }, .choice, "`auto` (the smallest type that supports the spec), `PassthroughBasic`, `PassthroughStandard`, `Standard` or `Premium1080p`. Default: auto.")
    Field("preset_name", { $1(&$0.presetName) }, .string, "The encoding preset: `Default720p` (Standard), `Default1080p` (Premium1080p), or one that MK.IO's support has set up.")
    Field("stretch_mode", { $1(&$0.stretchMode) }, .word(["None", "AutoSize", "AutoFit"]), "How another aspect ratio is fitted, encoding types only: clip (`None`), fit (`AutoSize`), pad (`AutoFit`).")
    Field("static_hostname", { $1(&$0.staticHostname) }, .bool, "Host names for ingest and preview that do not change. Default: false.")
    Field("hostname_prefix", { $1(&$0.hostnamePrefix) }, .string, "Prefix of those host names.")
    Field("address_names", { $1(&$0.addressNames) }, .dictionary(.text(1...32)), "Names of address ranges, by range: `{203.0.113.0/24: studio}`. Default: the range itself.")
    Field(part: "preview", { $1(&$0.preview) }, MKIOPreviewOptions.shape, "Who may see the preview.")
    Field("timed_metadata_endpoints", { $1(&$0.timedMetadataEndpoints) }, .list(.url()), "Where timed metadata comes from.")
    Field("client_access_policy", { $1(&$0.clientAccessPolicy) }, .string, "XML for Silverlight clients; legacy.")
    Field("cross_domain_policy", { $1(&$0.crossDomainPolicy) }, .string, "XML for Flash clients; legacy.")
    Field(part: "transcription", { $1(&$0.transcription) }, MKIOTranscriptionOptions.shape, "Live transcription, encoding types only.")
    Field(part: "pipeline", { $1(&$0.pipeline) }, MKIOPipeline.shape, "An AI pipeline as MK.IO defines it; replaces `transcription`.")
    Field("output", { $1(&$0.output) }, .string, "The live output's name, 1 to 256 letters, digits and hyphens. Default: the event's name and `-output`.")
    Field("output_description", { $1(&$0.outputDescription) }, .text(0...4096, isRuled: true), "The live output's description, up to 4096 characters.")
    Field("manifest", { $1(&$0.manifest) }, .string, "The file name in playback URLs, 2 to 64 letters, digits and hyphens. Default: MK.IO generates one.")
    Field("fragments_per_ts_segment", { $1(&$0.fragmentsPerTSSegment) }, .integer(1...100_000_000), "Fragments per segment of HLS over MPEG-TS. MK.IO's default: 1.")
    Field("asset", { $1(&$0.asset) }, .named(MKIOAssetOptions.shape, MKIOAssetOptions.init(name:)), "The asset that the event is archived into: its name, or a mapping. Default name: the event's and `-archive`.")
    Field("locator", { $1(&$0.locator) }, .named(MKIOLocatorOptions.shape, MKIOLocatorOptions.init(name:)), "The locator that publishes the asset: its name, or a mapping. Default name: the event's and `-live`.")
    Field("streaming_policy", { $1(&$0.streamingPolicy) }, .text(1...260), "The locator's policy. Default: `Predefined_ClearStreamingOnly`, or `Predefined_ClearKey` when `playback.policy` is authenticated.")
    Field("content_key_policy", { $1(&$0.contentKeyPolicy) }, .text(1...260), "The policy that says who gets keys; required by policies that encrypt.")
    Field("endpoint", { $1(&$0.endpoint) }, .named(MKIOEndpointOptions.shape, MKIOEndpointOptions.init(name:)), "The endpoint that serves the project: the name of an existing one, or a mapping with a `location` to create one.")
  }
}

package struct MKIOPreviewOptions: Sendable {
  package var allow: Located<[Located<AddressRange>]>?
  package var locator: Located<String>?
  package var streamingPolicy: Located<String>?
  package var alternativeMediaID: Located<String>?

  package static let shape = Shape("`preview`", "Who may see the preview.", { MKIOPreviewOptions() }) {
    Field("allow", { $1(&$0.allow) }, .list(.addressRange), "Addresses that may see it. An empty list allows everybody.")
    Field("locator", { $1(&$0.locator) }, .uuid, "The id of its locator, a UUID that nothing else uses. Default: MK.IO generates one.")
    Field("streaming_policy", { $1(&$0.streamingPolicy) }, .text(1...260), "`Predefined_ClearStreamingOnly`; no other is supported.")
    Field("alternative_media_id", { $1(&$0.alternativeMediaID) }, .string, "Not supported by MK.IO at present.")
  }
}

package struct MKIOTranscriptionOptions: Sendable {
  package var language: Located<String>?

  package static let shape = Shape("`transcription`", "Live transcription.", { MKIOTranscriptionOptions() }) {
    Field("language", { $1(&$0.language) }, .languageTag, required: true, "en-US: the spoken language, one per event (BCP 47)")
  }
}

package struct MKIOAssetOptions: Sendable {
  package var name: Located<String>?
  package var storageAccount: Located<String>?
  package var container: Located<String>?
  package var subPath: Located<String>?
  package var description: Located<String>?
  package var deletionPolicy: Located<String>?
  package var labels: Located<[DictionaryEntry<String>]>?

  package init(name: Located<String>? = nil) { self.name = name }

  package static let shape = Shape("`asset`", "What the stream is archived into.", { MKIOAssetOptions() }) {
    Field("name", { $1(&$0.name) }, .string, "1 to 260 characters.")
    Field("storage_account", { $1(&$0.storageAccount) }, .string, "A storage account of the project. Where it is set, the plan creates the asset; otherwise the asset must exist.")
    Field("container", { $1(&$0.container) }, .string, "3 to 63 lower-case letters, digits and single hyphens. Default: MK.IO generates one.")
    Field("sub_path", { $1(&$0.subPath) }, .string, "A folder in the container, up to 256 characters.")
    Field("description", { $1(&$0.description) }, .text(0...4096, isRuled: true), "Up to 4096 characters.")
    Field("deletion_policy", { $1(&$0.deletionPolicy) }, .word(["Delete", "Retain"]), "Whether the container is deleted with the asset. MK.IO's default: Retain.")
    Field("labels", { $1(&$0.labels) }, .dictionary(.text(0...256, isRuled: true)), "Up to 32, of up to 256 characters each.")
  }
}

package struct MKIOLocatorOptions: Sendable {
  package var name: Located<String>?
  package var id: Located<String>?
  package var start: Located<String>?
  package var end: Located<String>?
  package var filters: Located<[Located<String>]>?

  package init(name: Located<String>? = nil) { self.name = name }

  package static let shape = Shape("`locator`", "What publishes the asset.", { MKIOLocatorOptions() }) {
    Field("name", { $1(&$0.name) }, .string, "1 to 260 characters.")
    Field("id", { $1(&$0.id) }, .string, "The part of playback URLs that names it, up to 260 characters without `/`. Default: MK.IO generates one.")
    Field("start", { $1(&$0.start) }, .timestamp, "Not before this time (RFC 3339).")
    Field("end", { $1(&$0.end) }, .timestamp, "Not after this time (RFC 3339).")
    Field("filters", { $1(&$0.filters) }, .list(.string, unique: true), "Asset or account filters that apply.")
  }
}

package struct MKIOEndpointOptions: Sendable {
  package var name: Located<String>?
  package var location: Located<String>?
  package var scaleUnits: Located<Int>?
  package var publicName: Located<String>?
  package var description: Located<String>?
  package var cdn: Located<Bool>?
  package var cdnProfile: Located<String>?
  package var maxCacheAge: Located<Seconds>?
  package var maxManifestCacheAge: Located<Seconds>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package init(name: Located<String>? = nil) { self.name = name }

  package static let shape = Shape("`endpoint`", "What serves the streams of a project.", { MKIOEndpointOptions() }) {
    Field("name", { $1(&$0.name) }, .string, "1 to 64 letters, digits and hyphens. Default: `live`.")
    Field("location", { $1(&$0.location) }, .string, "The project's region (`westeurope`). Where it is set, the plan creates and starts the endpoint; otherwise the endpoint must be running.")
    Field("scale_units", { $1(&$0.scaleUnits) }, .integer(0...1024), "0 is the shared Standard endpoint (600 Mbps); each unit is a dedicated 200 Mbps. Default: 0.")
    Field("public_name", { $1(&$0.publicName) }, .string, "3 to 63 lower-case letters, digits and single hyphens.")
    Field("description", { $1(&$0.description) }, .text(0...1024), "Up to 1024 characters.")
    Field("cdn", { $1(&$0.cdn) }, .bool, "Serve through MK.IO's CDN. MK.IO's default: false.")
    Field("cdn_profile", { $1(&$0.cdnProfile) }, .text(1...100), "The CDN's profile.")
    Field("max_cache_age", { $1(&$0.maxCacheAge) }, .unit, "How long segments are cached, in whole seconds up to 30 days. MK.IO's default: 24h.")
    Field("max_manifest_cache_age", { $1(&$0.maxManifestCacheAge) }, .unit, "How long finished manifests are cached. MK.IO's default: 60s.")
    Field("tags", { $1(&$0.tags) }, .dictionary(.string), "Up to 2.")
  }
}

// MARK: Field types that only MK.IO uses

extension FieldType {
  /// A name alone, or a mapping that may hold one.
  fileprivate static func named(
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Value>, _ make: @escaping @Sendable (Located<String>?) -> Value
  ) -> FieldType {
    FieldType(.anyOf([.string(), .object(shape().schema)])) { node, report in
      guard node.scalar != nil else { return shape().read(node, &report) }
      return FieldType<String>.string.read(node, &report).map { make(Located($0, at: node.place)) }
    } write: { value, place in
      shape().write(value, at: place)
    }
  }
}

extension FieldType where Value == String {
  fileprivate static func checked(
    _ pattern: String, _ example: String, _ noun: String, _ isOne: @escaping @Sendable ([UInt8]) -> Bool
  ) -> FieldType {
    FieldType(.string(pattern: pattern, examples: [example])) { node, report in
      guard let text = FieldType.string.read(node, &report) else { return nil }
      guard isOne(Array(text.utf8)) else {
        report.flag(SpecFaults.malformedValue, node.place, "`\(text)` is not \(noun)", help: "use this form: `\(example)`")
        return nil
      }
      return text
    } write: { .string($0, at: $1) }
  }

  /// Eight, three times four and twelve hexadecimal digits (RFC 9562).
  static var uuid: FieldType {
    checked(
      "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "6f1c2f0e-8a34-4d5b-9b1e-2f7f4a5c6d7e", "a UUID", MKIOText.isUUID)
  }

  /// A language and its subtags (BCP 47), as far as the form goes.
  fileprivate static var languageTag: FieldType {
    checked("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "en-US", "a language tag") { bytes in
      let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
      else { return false }
      return parts.dropFirst().allSatisfy {
        (1...8).contains($0.count) && $0.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      }
    }
  }

  /// A date, a time and an offset (RFC 3339), as far as the form goes.
  static var timestamp: FieldType {
    checked(
      #"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$"#, "2026-12-01T18:00:00Z", "a point in time (RFC 3339)",
      MKIOText.isTimestamp)
  }
}

/// Forms of text, judged byte by byte.
enum MKIOText {
  static func isUUID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      switch index {
      case 8, 13, 18, 23: byte == UInt8(ascii: "-")
      default: byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
      }
    }
  }

  static func isTimestamp(_ bytes: [UInt8]) -> Bool {
    matches(bytes.prefix(19), "0000-00-00T00:00:00") && isOffset(fractionDropped(bytes.dropFirst(19)))
  }

  private static func fractionDropped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.first == UInt8(ascii: ".") else { return bytes }
    let rest = bytes.dropFirst().drop { $0 &- 0x30 < 10 }
    // A point without digits after it is kept, and rejected.
    return rest.count == bytes.count - 1 ? bytes : rest
  }

  private static func isOffset(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual([UInt8(ascii: "Z")]) || matches(bytes, "+00:00") || matches(bytes, "-00:00")
  }

  /// `0` in the form means any digit.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ form: String) -> Bool {
    bytes.count == form.utf8.count
      && zip(bytes, form.utf8).allSatisfy { byte, wanted in wanted == 0x30 ? byte &- 0x30 < 10 : byte == wanted }
  }
}
