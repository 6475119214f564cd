package import RungSource

package struct IngestSource: Sendable {
  package var url: Located<StreamURL>?

  package static let shape = Shape("an ingest source", "A source that a provider pulls from.", { IngestSource() }) {
    Field("url", { $1(&$0.url) }, .url(example: "srt://origin.example.com:9000"), required: true, "srt://origin.example.com:9000: the address to pull from")
  }
}
