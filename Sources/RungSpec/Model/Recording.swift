package import RungSource

/// What is kept of the stream.
package struct Recording: Sendable {
  package var window: Located<Seconds>?
  package var maxFileDuration: Located<Seconds>?
  package var source: Located<RecordingSource>?
  package var resolution: Located<RecordingResolution>?
  package var formats: Located<[Located<RecordingFormat>]>?
  package var destinations: Located<[Located<RecordingDestination>]>?
  package var library: Located<RecordingLibrary>?

  package static let shape = Shape("`recording`", "What is kept of the stream.", { Recording() }) {
    Field("window", { $1(&$0.window) }, .unit, "The DVR window: how far viewers can rewind.")
    Field("max_file_duration", { $1(&$0.maxFileDuration) }, .unit, "Recorded files are split at this length.")
    Field("source", { $1(&$0.source) }, .choice, "Record what came in (`original`) or a rendition (`transcoded`).")
    Field("resolution", { $1(&$0.resolution) }, .choice, "Which rendition is recorded.")
    Field("formats", { $1(&$0.formats) }, .list(.choice, unique: true), "File formats.")
    Field("destinations", { $1(&$0.destinations) }, .list(.object(RecordingDestination.shape)), "Storage that recordings are written to.")
    Field(part: "library", { $1(&$0.library) }, RecordingLibrary.shape, "A media library of the provider.")
  }
}

package struct RecordingDestination: Sendable {
  package var url: Located<StreamURL>?
  package var key: Located<SecretText>?
  package var secret: Located<SecretText>?
  package var region: Located<String>?
  package var permissions: Located<String>?
  package var storageClass: Located<String>?

  package static let shape = Shape("a recording destination", "A folder in a storage.", { RecordingDestination() }) {
    Field("url", { $1(&$0.url) }, .url(example: "s3://s3.example.com/bucket/path"), required: true, "s3://s3.example.com/bucket/path: endpoint, bucket and folder")
    Field("key", { $1(&$0.key) }, .secret, "The access key id, as a reference.")
    Field("secret", { $1(&$0.secret) }, .secret, "The secret access key, as a reference.")
    Field("region", { $1(&$0.region) }, .string, "The storage region.")
    Field("permissions", { $1(&$0.permissions) }, .string, "A canned ACL: `private`, `public-read` …")
    Field("storage_class", { $1(&$0.storageClass) }, .string, "The storage class, in the storage's words.")
  }
}

package struct RecordingLibrary: Sendable {
  package var id: Located<String>?
  package var folder: Located<String>?
  package var prefix: Located<String>?

  package static let shape = Shape("`recording.library`", "A media library of the provider.", { RecordingLibrary() }) {
    Field("id", { $1(&$0.id) }, .string, "The library.")
    Field("folder", { $1(&$0.folder) }, .string, "A folder in it.")
    Field("prefix", { $1(&$0.prefix) }, .string, "What the names of recordings start with.")
  }
}
