package import RungSource

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
    Field("codec", { $1(&$0.codec) }, .choice, "The video codec that is sent.")
    Field("profile", { $1(&$0.profile) }, .choice, "The codec profile.")
    Field("level", { $1(&$0.level) }, .level, "The codec level, as `\"4.0\"`.")
    Field("tier", { $1(&$0.tier) }, .choice, "The tier of an HEVC or AV1 level, `main` or `high`; a High tier begins with level 4.")
    Field("resolution", { $1(&$0.resolution) }, .unit, "Width × height in pixels.")
    Field("fps", { $1(&$0.fps) }, .frameRate, "Frames per second: `25`, `29.97`, `30000/1001`.")
    Field("gop", { $1(&$0.gop) }, .integer(1...100_000, unit: "frames"), "GOP: keyframe interval in frames.")
    Field("keyframe_interval", { $1(&$0.keyframeInterval) }, .unit, "Keyframe interval in time; gop = fps × keyframe_interval.")
    Field("bitrate", { $1(&$0.bitrate) }, .unit, "The video bitrate that is sent.")
  }
}
