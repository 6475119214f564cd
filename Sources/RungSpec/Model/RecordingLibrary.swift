package import RungSource

package struct RecordingLibrary: Sendable {
  package var id: Located<String>?
  package var folder: Located<String>?
  package var prefix: Located<String>?

  package static let shape = Shape("`recording.library`", "A media library of the provider.", { RecordingLibrary() }) {
    Field("id", { $1(&$0.id) }, .string, "The library.")
    Field("folder", { $1(&$0.folder) }, .string, "A folder in it.")
    Field("prefix", { $1(&$0.prefix) }, .string, "The prefix of the names of recordings.")
  }
}
