package import RungSource

package struct RecordingDestination: Sendable {
  package var url: Located<StreamURL>?
  package var key: Located<SecretText>?
  package var secret: Located<SecretText>?
  package var region: Located<String>?
  package var permissions: Located<String>?
  package var storageClass: Located<String>?

  package static let shape = Shape("a recording destination", "A folder in object storage.", { RecordingDestination() }) {
    Field("url", { $1(&$0.url) }, .url(example: "s3://s3.example.com/bucket/path"), required: true, "s3://s3.example.com/bucket/path: endpoint, bucket and folder")
    Field("key", { $1(&$0.key) }, .secret, "The access key id, as a reference.")
    Field("secret", { $1(&$0.secret) }, .secret, "The secret access key, as a reference.")
    Field("region", { $1(&$0.region) }, .string, "The storage region.")
    Field("permissions", { $1(&$0.permissions) }, .string, "A canned ACL: `private`, `public-read` …")
    Field("storage_class", { $1(&$0.storageClass) }, .string, "The storage class, as the storage names it.")
  }
}
