package import RungSource

/// How the stream reaches the provider.
package struct Ingest: Sendable {
  package var mode: Located<IngestMode>?
  package var protocols: Located<[Located<IngestProtocol>]>?
  package var source: Located<IngestSource>?
  package var backup: Located<IngestSource>?
  package var allow: Located<[Located<AddressRange>]>?
  package var token: Located<SecretText>?
  package var video: Located<IngestVideo>?
  package var audio: Located<AudioSettings>?

  package static let shape = Shape("`ingest`", "How the stream reaches the provider.", { Ingest() }) {
    Field("mode", { $1(&$0.mode) }, .choice, "`push`: the encoder sends. `pull`: the provider fetches `source`. Default: push, or pull when `source` is set.")
    Field("protocols", { $1(&$0.protocols) }, .list(.choice, unique: true), "Protocols that the encoder may push with; the first is preferred where a provider accepts only one.")
    Field(part: "source", { $1(&$0.source) }, IngestSource.shape, "The source that the provider pulls.")
    Field(part: "backup", { $1(&$0.backup) }, IngestSource.shape, "A second source to fail over to.")
    Field("allow", { $1(&$0.allow) }, .list(.addressRange), "Encoder addresses that may push. An empty list allows every address.")
    Field("token", { $1(&$0.token) }, .secret, "The token that the encoder authenticates with, as a reference.")
    Field(part: "video", { $1(&$0.video) }, IngestVideo.shape, "The video that the encoder sends.")
    Field(part: "audio", { $1(&$0.audio) }, AudioSettings.shape, "The audio that the encoder sends.")
  }
}
