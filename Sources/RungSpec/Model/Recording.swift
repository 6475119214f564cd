package import RungSource

/// What is recorded of the stream.
package struct Recording: Sendable {
  package var window: Located<Seconds>?
  package var maxFileDuration: Located<Seconds>?
  package var source: Located<RecordingSource>?
  package var resolution: Located<RecordingResolution>?
  package var formats: Located<[Located<RecordingFormat>]>?
  package var destinations: Located<[Located<RecordingDestination>]>?
  package var library: Located<RecordingLibrary>?

  package static let shape = Shape("`recording`", "What is recorded of the stream.", { Recording() }) {
    Field("window", { $1(&$0.window) }, .unit, "The DVR window: how far viewers can rewind.")
    Field("max_file_duration", { $1(&$0.maxFileDuration) }, .unit, "Recorded files are split at this length.")
    Field("source", { $1(&$0.source) }, .choice, "Record the source (`original`) or a rendition (`transcoded`).")
    Field("resolution", { $1(&$0.resolution) }, .choice, "Which rendition is recorded.")
    Field("formats", { $1(&$0.formats) }, .list(.choice, unique: true), "File formats.")
    Field("destinations", { $1(&$0.destinations) }, .list(.object(RecordingDestination.shape)), "Storage that recordings are written to.")
    Field(part: "library", { $1(&$0.library) }, RecordingLibrary.shape, "A media library of the provider.")
  }
}
