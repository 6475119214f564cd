package import RungSource

/// One step of the ladder.
package struct Rendition: Sendable {
  package var name: Located<String>?
  package var resolution: Located<Resolution>?
  package var fps: Located<FrameRate>?
  package var gop: Located<Int>?
  package var keyframeInterval: Located<Seconds>?
  package var bitrate: Located<Bitrate>?
  package var maxBitrate: Located<Bitrate>?
  package var buffer: Located<BufferSize>?
  package var crf: Located<Int>?
  package var codec: Located<VideoCodec>?
  package var profile: Located<VideoProfile>?
  package var level: Located<String>?
  package var tier: Located<LevelTier>?
  package var encoderPreset: Located<EncoderPreset>?
  package var rateControl: Located<RateControl>?
  package var bframes: Located<Int>?
  package var refFrames: Located<Int>?
  package var lookahead: Located<Int>?
  package var audio: Located<AudioSettings>?

  package init() {}

  package static let shape = Shape("a rendition", "One step of the ladder.", { Rendition() }) {
    Field("name", { $1(&$0.name) }, .string, "720p: the name of the rendition; presets and bases are changed by name")
    Field("resolution", { $1(&$0.resolution) }, .unit, "Width × height in pixels.")
    Field("fps", { $1(&$0.fps) }, .frameRate, "Frames per second: `25`, `29.97`, `30000/1001`.")
    Field("gop", { $1(&$0.gop) }, .integer(1...100_000, unit: "frames"), "GOP: keyframe interval in frames.")
    Field("keyframe_interval", { $1(&$0.keyframeInterval) }, .unit, "Keyframe interval in time; gop = fps × keyframe_interval must be a whole number of frames.")
    Field("bitrate", { $1(&$0.bitrate) }, .unit, "The target video bitrate.")
    Field("max_bitrate", { $1(&$0.maxBitrate) }, .unit, "The maximum video bitrate, enforced over the VBV buffer.")
    Field("buffer", { $1(&$0.buffer) }, .unit, "The VBV buffer, in bits.")
    Field("crf", { $1(&$0.crf) }, .integer(0...63), "Constant rate factor, 0 to 51 in H.264 and H.265, 0 to 63 in AV1, VP8 and VP9; lower is better and larger.")
    Field("codec", { $1(&$0.codec) }, .choice, "The video codec.")
    Field("profile", { $1(&$0.profile) }, .choice, "The codec profile.")
    Field("level", { $1(&$0.level) }, .level, "The codec level, as `\"4.0\"`.")
    Field("tier", { $1(&$0.tier) }, .choice, "The tier of an HEVC or AV1 level, `main` or `high`; a High tier begins with level 4.")
    Field("encoder_preset", { $1(&$0.encoderPreset) }, .choice, "Speed against quality, by x264's presets.")
    Field("rate_control", { $1(&$0.rateControl) }, .choice, "How the bitrate is controlled.")
    Field("bframes", { $1(&$0.bframes) }, .integer(0...16), "Consecutive B-frames, 0 to 16.")
    Field("ref_frames", { $1(&$0.refFrames) }, .integer(1...16), "Reference frames, 1 to 16.")
    Field("lookahead", { $1(&$0.lookahead) }, .integer(0...250, unit: "frames"), "Frames that rate control looks ahead, 0 to 250.")
    Field(part: "audio", { $1(&$0.audio) }, AudioSettings.shape, "The audio of the rendition.")
  }
}
