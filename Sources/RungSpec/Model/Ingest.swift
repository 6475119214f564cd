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
    Field("mode", \.mode, .choice, "`push`: the encoder sends. `pull`: the provider fetches `source`. Default: push, or pull when a source is given.")
    Field("protocols", \.protocols, .list(.choice, unique: true), "What the encoder may push with; the first is preferred where a provider takes one.")
    Field(part: "source", \.source, IngestSource.shape, "What the provider pulls.")
    Field(part: "backup", \.backup, IngestSource.shape, "A second source to fail over to.")
    Field("allow", \.allow, .list(.addressRange), "Encoder addresses that may push. An empty list lets every address in.")
    Field("token", \.token, .secret, "What the encoder authenticates with, as a reference.")
    Field(part: "video", \.video, IngestVideo.shape, "What the encoder sends.")
    Field(part: "audio", \.audio, AudioSettings.shape, "What the encoder sends.")
  }
}

package struct IngestSource: Sendable {
  package var url: Located<StreamURL>?

  package static let shape = Shape("an ingest source", "Where a provider pulls from.", { IngestSource() }) {
    Field("url", \.url, .url(), required: true, "srt://origin.example.com:9000: what to pull")
  }
}

/// The contribution encoder's video.
package struct IngestVideo: Sendable {
  package var codec: Located<VideoCodec>?
  package var profile: Located<VideoProfile>?
  package var level: Located<String>?
  package var resolution: Located<Resolution>?
  package var fps: Located<FrameRate>?
  package var gop: Located<Int>?
  package var keyframeInterval: Located<Seconds>?
  package var bitrate: Located<Bitrate>?

  package static let shape = Shape("`ingest.video`", "The contribution encoder's video.", { IngestVideo() }) {
    Field("codec", \.codec, .choice, "The codec that is sent.")
    Field("profile", \.profile, .choice, "The codec profile.")
    Field("level", \.level, .level, "The codec level, as `\"4.0\"`.")
    Field("resolution", \.resolution, .unit, "Width × height in pixels.")
    Field("fps", \.fps, .frameRate, "Frames per second: `25`, `29.97`, `30000/1001`.")
    Field("gop", \.gop, .integer(1...100_000, unit: "frames"), "Keyframe distance in frames.")
    Field("keyframe_interval", \.keyframeInterval, .unit, "Keyframe distance in time; gop = fps × keyframe_interval.")
    Field("bitrate", \.bitrate, .unit, "The video bitrate that is sent.")
  }
}
