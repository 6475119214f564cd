package import RungSource
package import RungSpec

/// `PUT …/media/streamingEndpoints/{endpoint_name}` (StreamingEndpointPutSchema).
package struct MKIOStreamingEndpoint: Sendable {
  package var location: Located<String>?
  package var tags: Located<[DictionaryEntry<String>]>?
  package var properties: Located<MKIOStreamingEndpointProperties>?

  package static let shape = Shape("the streaming endpoint", "Serves the streams of a project.", { MKIOStreamingEndpoint() }) {
    Field("location", { $1(&$0.location) }, .string, required: true, of: .mkio("endpoint.location"), "the project's region")
    Field("tags", { $1(&$0.tags) }, .dictionary(.string), of: .mkio("endpoint.tags"), "up to 2")
    Field("properties", { $1(&$0.properties) }, .object(MKIOStreamingEndpointProperties.shape), required: true, "its settings")
  }
}

/// The provider's SDK (MK.IO.Models.StreamingEndpointProperties) has `scaleUnits` as a number or null: null does not say how
/// many there are.
package struct MKIOStreamingEndpointProperties: Sendable {
  package var description: Located<String>?
  package var scaleUnits: Located<Int>?
  package var publicName: Located<String>?
  package var cdnEnabled: Located<Bool>?
  package var cdnProfile: Located<String>?
  package var maxCacheAge: Located<Int>?
  package var maxManifestCacheAge: Located<Int>?
  package var sku: Located<MKIOEndpointSKU>?
  package var accessControl: Located<MKIOEndpointAccess>?
  package var crossSiteAccessPolicies: Located<MKIOCrossSitePolicies>?
  package var urlStyle: Located<String>?
  package var serverCredentialNames: Located<[Located<String>]>?
  package var shieldCache: Located<MKIOShieldCache>?
  package var advancedSettingsName: Located<String>?

  package static let shape = Shape("properties", "Settings of a streaming endpoint.", { MKIOStreamingEndpointProperties() }) {
    Field("description", { $1(&$0.description) }, .text(0...1024), empty: .absentNull, of: .mkio("endpoint.description"), "up to 1024 characters")
    Field("scaleUnits", { $1(&$0.scaleUnits) }, .integer(0...Int.max), required: true, empty: .absentInAnswers, of: .mkio("endpoint.scale_units"), "0: Standard, shared; more: Premium, dedicated")
    Field("publicName", { $1(&$0.publicName) }, MKIONameForm.publicName.field, of: .mkio("endpoint.public_name"), "3 to 63 characters")
    Field("cdnEnabled", { $1(&$0.cdnEnabled) }, .bool, of: .mkio("endpoint.cdn"), "default false")
    Field("cdnProfile", { $1(&$0.cdnProfile) }, .text(1...100), empty: .absentText, of: .mkio("endpoint.cdn_profile"), "the CDN's profile")
    Field("maxCacheAge", { $1(&$0.maxCacheAge) }, .integer(0...2_592_000), of: .mkio("endpoint.max_cache_age"), as: .seconds, "seconds; default 86400")
    Field("maxManifestCacheAge", { $1(&$0.maxManifestCacheAge) }, .integer(0...2_592_000), of: .mkio("endpoint.max_manifest_cache_age"), as: .seconds, "seconds; default 60")
    Field("sku", { $1(&$0.sku) }, .object(MKIOEndpointSKU.shape), "Standard or Premium; default Standard")
    Field("accessControl", { $1(&$0.accessControl) }, .object(MKIOEndpointAccess.shape), "who has access; default: everyone")
    Field("crossSiteAccessPolicies", { $1(&$0.crossSiteAccessPolicies) }, .object(MKIOCrossSitePolicies.shape), "domains that players may run on")
    Field("urlStyle", { $1(&$0.urlStyle) }, .string, empty: .absentText, "default AMS; change only on MediaKind's advice")
    Field("serverCredentialNames", { $1(&$0.serverCredentialNames) }, .list(.string, count: .free), "credentials for basic authentication; not with a CDN")
    Field("shieldCache", { $1(&$0.shieldCache) }, .object(MKIOShieldCache.shape), "only on MediaKind's advice")
    Field("advancedSettingsName", { $1(&$0.advancedSettingsName) }, .text(1...64), empty: .absent, "only when MediaKind's support asks for it")
    Field("cdnProvider", ignored: .word(["StandardAkamai"]), "it is deprecated; MK.IO sets the CDN provider itself", MKIO.Source.reference("StreamingEndpointPutProperties.cdnProvider"))
    Field("customHostNames", ignored: .list(.string, count: .free), "it is not supported until MK.IO validates DNS names", MKIO.Source.reference("StreamingEndpointPutProperties.customHostNames"))
  }
}

package struct MKIOEndpointSKU: Sendable {
  package var name: Located<String>?

  package static let shape = Shape("sku", "The kind of a streaming endpoint.", { MKIOEndpointSKU() }) {
    Field("name", { $1(&$0.name) }, .word(["Standard", "Premium"]), required: true, empty: .absentInAnswers, "`Standard` or `Premium`")
  }
}

package struct MKIOShieldCache: Sendable {
  package var scaleUnits: Located<Int>?

  package static let shape = Shape("shieldCache", "A cache before the streaming endpoint.", { MKIOShieldCache() }) {
    Field("scaleUnits", { $1(&$0.scaleUnits) }, .integer(0...1024), required: true, empty: .absentNull, "0 for none")
  }
}

/// StreamingEndpointAccessControl.
package struct MKIOEndpointAccess: Sendable {
  package var ip: Located<MKIOEndpointAddresses>?
  package var akamai: Located<MKIOAkamaiAccess>?

  package static let shape = Shape("accessControl of an endpoint", "Who may play.", { MKIOEndpointAccess() }) {
    Field("ip", { $1(&$0.ip) }, .object(MKIOEndpointAddresses.shape), "by address; default: everyone")
    Field(
      "akamai", { $1(&$0.akamai) }, .object(MKIOAkamaiAccess.shape),
      remark: .deprecated("it will be removed in a future release", MKIO.Source.reference("StreamingEndpointAccessControl.akamai")), "deprecated")
  }
}

/// StreamingEndpointIPACL.
package struct MKIOEndpointAddresses: Sendable {
  package var allow: Located<[Located<MKIOEndpointAddress>]>?

  package static let shape = Shape("accessControl.ip of an endpoint", "Addresses that may play.", { MKIOEndpointAddresses() }) {
    Field("allow", { $1(&$0.allow) }, .list(.object(MKIOEndpointAddress.shape), count: .free), required: true, "the addresses")
  }
}

/// IPAcl: unlike the ranges of live events, only the address is required.
package struct MKIOEndpointAddress: Sendable {
  package var address: Located<String>?
  package var name: Located<String>?
  package var subnetPrefixLength: Located<Int>?

  package static let shape = Shape("an address of an endpoint", "Addresses that share a prefix.", { MKIOEndpointAddress() }) {
    Field("address", { $1(&$0.address) }, .string, required: true, empty: .unclear, "an IPv4 address")
    Field("name", { $1(&$0.name) }, .text(0...Int.max), "its name")
    Field("subnetPrefixLength", { $1(&$0.subnetPrefixLength) }, .integer(0...32), "0 to 32 bits; default 32")
  }
}

/// StreamingEndpointAkamiACL.
package struct MKIOAkamaiAccess: Sendable {
  package var keys: Located<[Located<MKIOAkamaiKey>]>?

  package static let shape = Shape("accessControl.akamai", "Keys for requests of Akamai's. Deprecated.", { MKIOAkamaiAccess() }) {
    Field("akamaiSignatureHeaderAuthenticationKeyList", { $1(&$0.keys) }, .list(.object(MKIOAkamaiKey.shape), count: .free), required: true, "the keys")
  }
}

/// AkamiHeaderAuthKey.
package struct MKIOAkamaiKey: Sendable {
  package var identifier: Located<String>?
  package var base64Key: Located<SecretText>?
  package var expiration: Located<String>?

  package static let shape = Shape("an Akamai key", "A key for requests of Akamai's.", { MKIOAkamaiKey() }) {
    Field("identifier", { $1(&$0.identifier) }, .string, empty: .absentText, "its name")
    Field("base64Key", { $1(&$0.base64Key) }, .secret.described(.string()), empty: .unclear, "the key")
    Field("expiration", { $1(&$0.expiration) }, .string, empty: .absentText, "when it expires")
  }
}
