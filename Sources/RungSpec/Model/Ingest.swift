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
    Field("mode", { $1(&$0.mode) }, .choice, "`push`: the encoder sends. `pull`: the provider fetches `source`. Default: push, or pull when a source is given.")
    Field("protocols", { $1(&$0.protocols) }, .list(.choice, unique: true), "What the encoder may push with; the first is preferred where a provider takes one.")
    Field(part: "source", { $1(&$0.source) }, IngestSource.shape, "What the provider pulls.")
    Field(part: "backup", { $1(&$0.backup) }, IngestSource.shape, "A second source to fail over to.")
    Field("allow", { $1(&$0.allow) }, .list(.addressRange), "Encoder addresses that may push. An empty list lets every address in.")
    Field("token", { $1(&$0.token) }, .secret, "What the encoder authenticates with, as a reference.")
    Field(part: "video", { $1(&$0.video) }, IngestVideo.shape, "What the encoder sends.")
    Field(part: "audio", { $1(&$0.audio) }, AudioSettings.shape, "What the encoder sends.")
  }
}

package struct IngestSource: Sendable {
  package var url: Located<StreamURL>?

  package static let shape = Shape("an ingest source", "Where a provider pulls from.", { IngestSource() }) {
    Field("url", { $1(&$0.url) }, .url(example: "srt://origin.example.com:9000"), required: true, "srt://origin.example.com:9000: what to pull")
  }
}

/// The contribution encoder's video.
package struct IngestVideo: Sendable {
  package var codec: Located<VideoCodec>?
  package var profile: Located<VideoProfile>?
  package var level: Located<String>?
  package var tier: Located<LevelTier>?
  package var resolution: Located<Resolution>?
  package var fps: Located<FrameRate>?
  package var gop: Located<Int>?
  package var keyframeInterval: Located<Seconds>?
  package var bitrate: Located<Bitrate>?

  package static let shape = Shape("`ingest.video`", "The contribution encoder's video.", { IngestVideo() }) {
    Field("codec", { $1(&$0.codec) }, .choice, "The codec that is sent.")
    Field("profile", { $1(&$0.profile) }, .choice, "The codec profile.")
    Field("level", { $1(&$0.level) }, .level, "The codec level, as `\"4.0\"`.")
    Field("tier", { $1(&$0.tier) }, .choice, "The tier of an HEVC or AV1 level, `main` or `high`; a High tier begins with level 4.")
    Field("resolution", { $1(&$0.resolution) }, .unit, "Width × height in pixels.")
    Field("fps", { $1(&$0.fps) }, .frameRate, "Frames per second: `25`, `29.97`, `30000/1001`.")
    Field("gop", { $1(&$0.gop) }, .integer(1...100_000, unit: "frames"), "Keyframe distance in frames.")
    Field("keyframe_interval", { $1(&$0.keyframeInterval) }, .unit, "Keyframe distance in time; gop = fps × keyframe_interval.")
    Field("bitrate", { $1(&$0.bitrate) }, .unit, "The video bitrate that is sent.")
  }
}
