package import RungSource

package struct SimulcastTarget: Sendable {
  package var url: Located<StreamURL>?
  package var key: Located<SecretText>?

  package static let shape = Shape("a simulcast target", "A service that the stream is sent on to.", { SimulcastTarget() }) {
    Field("url", { $1(&$0.url) }, .url(["rtmp", "rtmps", "srt"], example: "rtmp://live.example.com/app"), required: true, "rtmp://live.example.com/app: its ingest URL")
    Field("key", { $1(&$0.key) }, .secret, "The stream key, as a reference.")
  }
}
