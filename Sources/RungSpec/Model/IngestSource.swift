package import RungSource

package struct IngestSource: Sendable {
  package var url: Located<StreamURL>?

  package static let shape = Shape("an ingest source", "Where a provider pulls from.", { IngestSource() }) {
    Field("url", { $1(&$0.url) }, .url(example: "srt://origin.example.com:9000"), required: true, "srt://origin.example.com:9000: what to pull")
  }
}
