package import RungSource
package import RungSpec

/// `PUT …/media/assets/{asset_name}`.
package struct MKIOAsset: Sendable {
  package var properties: Located<MKIOAssetProperties>?
  package var labels: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the asset", "Creates an asset: where the stream is archived.", { MKIOAsset() }) {
    Field("properties", { $1(&$0.properties) }, .object(MKIOAssetProperties.shape), required: true, "its settings")
    Field("labels", { $1(&$0.labels) }, .dictionary(.text(0...256, isRuled: true)), of: .mkio("asset.labels"), "up to 32, up to 256 characters each")
  }
}

package struct MKIOAssetProperties: Sendable {
  package var storageAccountName: Located<String>?
  package var container: Located<String>?
  package var description: Located<String>?
  package var subPath: Located<String>?
  package var containerDeletionPolicy: Located<String>?
  package var alternateId: Located<String>?

  package static let shape = Shape("properties", "Settings of an asset.", { MKIOAssetProperties() }) {
    Field("storageAccountName", { $1(&$0.storageAccountName) }, .string, required: true, empty: .unclear, of: .mkio("asset.storage_account"), "a storage of the project; fixed at creation")
    Field("container", { $1(&$0.container) }, MKIONameForm.container.field, of: .mkio("asset.container"), "fixed at creation")
    Field("description", { $1(&$0.description) }, .text(0...4096, isRuled: true), of: .mkio("asset.description"), "up to 4096 characters")
    Field("subPath", { $1(&$0.subPath) }, MKIONameForm.subPath.field, of: .mkio("asset.sub_path"), "a folder in the container; fixed at creation")
    Field("containerDeletionPolicy", { $1(&$0.containerDeletionPolicy) }, .word(["Delete", "Retain"]), of: .mkio("asset.deletion_policy"), "default Retain")
    Field("alternateId", { $1(&$0.alternateId) }, .text(0...64), "an id of your own, up to 64 characters")
    Field("encryptionScope", ignored: .string, empty: .absent, "it is accepted but not supported", MKIO.Source.reference("AssetPutProperties.encryptionScope"))
    Field("storageEncryptionFormat", ignored: .word(["None", "MediaStorageClientEncryption"]), "it is deprecated, accepted but not supported", MKIO.Source.reference("AssetPutProperties.storageEncryptionFormat"))
  }
}
