package import RungSource
package import RungSpec

/// `PUT …/media/streamingLocators/{locator_name}`.
package struct MKIOStreamingLocator: Sendable {
  package var properties: Located<MKIOStreamingLocatorProperties>?

  package static let shape = Shape("the streaming locator", "Publishes an asset.", { MKIOStreamingLocator() }) {
    Field("properties", { $1(&$0.properties) }, .object(MKIOStreamingLocatorProperties.shape), required: true, "its settings")
  }
}

package struct MKIOStreamingLocatorProperties: Sendable {
  package var assetName: Located<String>?
  package var streamingPolicyName: Located<String>?
  package var defaultContentKeyPolicyName: Located<String>?
  package var streamingLocatorId: Located<String>?
  package var startTime: Located<String>?
  package var endTime: Located<String>?
  package var filters: Located<[Located<String>]>?
  package var suppressed: Located<Bool>?
  package var alternativeMediaId: Located<String>?
  package var contentId: Located<String>?
  package var contentKeys: Located<[Located<MKIOContentKey>]>?
  package var defaultManifestFilename: Located<String>?

  package static let shape = Shape("properties", "Settings of a streaming locator.", { MKIOStreamingLocatorProperties() }) {
    Field("assetName", { $1(&$0.assetName) }, MKIONameForm.asset.field, required: true, "what is published")
    Field("streamingPolicyName", { $1(&$0.streamingPolicyName) }, .text(1...260), required: true, of: .mkio("streaming_policy"), "how: `Predefined_ClearStreamingOnly`, …")
    Field("defaultContentKeyPolicyName", { $1(&$0.defaultContentKeyPolicyName) }, .text(1...260), empty: .absentText, of: .mkio("content_key_policy"), "who gets keys")
    Field("streamingLocatorId", { $1(&$0.streamingLocatorId) }, MKIONameForm.locatorID.field, of: .mkio("locator.id"), "the part of playback URLs that names it")
    Field("startTime", { $1(&$0.startTime) }, .timestamp, of: .mkio("locator.start"), "date and time")
    Field("endTime", { $1(&$0.endTime) }, .timestamp, of: .mkio("locator.end"), "date and time")
    Field("filters", { $1(&$0.filters) }, .list(.string, count: .free), of: .mkio("locator.filters"), as: .byHand, "asset or account filters")
    Field("suppressed", { $1(&$0.suppressed) }, .bool, "default false")
    Field("alternativeMediaId", { $1(&$0.alternativeMediaId) }, .string, empty: .absentText, "an id of the asset's for templates of DRM URLs")
    Field("contentId", { $1(&$0.contentId) }, .text(1...260), "for an external key server only")
    Field("contentKeys", { $1(&$0.contentKeys) }, .list(.object(MKIOContentKey.shape), count: .free), "keys of your own")
    Field(
      "defaultManifestFilename", { $1(&$0.defaultManifestFilename) },
      .text(1...260, pattern: "^[A-Za-z0-9 _.,()-]+$", says: "letters, digits, spaces and `_.,()-`", source: MKIO.Source.reference("StreamingLocatorPutProperties.defaultManifestFilename")) { name in
        name.utf8.allSatisfy { $0.isLetterOrDigit || " _.,()-".utf8.contains($0) }
      }, "for endpoints with the `urlStyle` Aquila or Unified: `index.qfm`")
  }
}

/// StreamingLocatorContentKey.
package struct MKIOContentKey: Sendable {
  package var id: Located<String>?
  package var label: Located<String>?
  package var policyName: Located<String>?
  package var type: Located<String>?
  package var value: Located<SecretText>?

  package static let shape = Shape("a content key", "A key that media is encrypted with.", { MKIOContentKey() }) {
    Field("id", { $1(&$0.id) }, .string, required: true, empty: .unclear, "its id")
    Field("labelReferenceInStreamingPolicy", { $1(&$0.label) }, .string, empty: .absentText, "the label of the streaming policy that it is for")
    Field("policyName", { $1(&$0.policyName) }, .string, empty: .absentText, "the content key policy")
    Field("type", { $1(&$0.type) }, .word(["CommonEncryptionCenc", "CommonEncryptionCbcs", "EnvelopeEncryption"]), "the encryption")
    Field("value", { $1(&$0.value) }, .secret.described(.string()), empty: .unclear, "the key")
    Field("tracks", ignored: .list(.node, count: .free), "it is not supported at present", MKIO.Source.reference("StreamingLocatorContentKey.tracks"))
  }
}
