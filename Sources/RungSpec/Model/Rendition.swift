package import RungSource

/// One step of the ladder.
package struct Rendition: Sendable {
  package var name: Located<String>?
  /// Both sides: as stated, or computed from the side that is stated (``requestedResolution``) and the source's aspect ratio.
  package var resolution: Located<Resolution>?
  /// One side, where only one is stated.
  package var statedSide: Located<RequestedResolution>?
  package var fps: Located<FrameRate>?
  package var gop: Located<Int>?
  package var keyframeInterval: Located<Seconds>?
  package var bitrate: Located<Bitrate>?
  package var maxBitrate: Located<Bitrate>?
  package var buffer: Located<BufferSize>?
  package var crf: Located<RateFactor>?
  package var codec: Located<VideoCodec>?
  package var profile: Located<VideoProfile>?
  package var level: Located<String>?
  package var tier: Located<LevelTier>?
  package var transfer: Located<VideoTransfer>?
  package var primaries: Located<ColorPrimaries>?
  package var bitDepth: Located<Int>?
  /// A preset with a name, and not with a number.
  package var encoderPreset: Located<EncoderPreset>?
  /// A preset with a number: ``EncoderSpeed``.
  package var encoderSpeed: Located<Int>?
  package var rateControl: Located<RateControl>?
  package var bframes: Located<Int>?
  package var refFrames: Located<Int>?
  package var lookahead: Located<Int>?
  package var audio: Located<AudioSettings>?
  /// Of the encoder's own stream; a ladder has none.
  package var interlaced: Located<Bool>?
  /// Of the encoder's own stream; a ladder has square samples.
  package var sampleAspectRatio: Located<SampleAspectRatio>?

  package init() {}

  package static let shape = Shape("a rendition", "One step of the ladder.", { Rendition() }) {
    Field("name", { $1(&$0.name) }, .string, "720p: the name of the rendition; presets and bases are changed by name")
    Field("resolution", { $1(&$0.requestedResolution) }, .unit, "Width × height in pixels. `\"?x720\"` and `1280x?` leave one side to the source's aspect ratio.")
    Field("fps", { $1(&$0.fps) }, .frameRate, "Frames per second: `25`, `29.97`, `30000/1001`.")
    Field("gop", { $1(&$0.gop) }, .integer(1...100_000, unit: "frames"), "GOP: keyframe interval in frames.")
    Field("keyframe_interval", { $1(&$0.keyframeInterval) }, .unit, "Keyframe interval in time; gop = fps × keyframe_interval must be a whole number of frames.")
    Field("bitrate", { $1(&$0.bitrate) }, .unit, "The target video bitrate.")
    Field("max_bitrate", { $1(&$0.maxBitrate) }, .unit, "The maximum video bitrate, enforced over the VBV buffer.")
    Field("buffer", { $1(&$0.buffer) }, .unit, "The VBV buffer, in bits.")
    Field("crf", { $1(&$0.crf) }, .rateFactor, "Constant rate factor, 0 to 51 in H.264 and H.265, 0 to 63 in AV1, VP8 and VP9; lower is better and larger. x264 and x265 take fractions.")
    Field("codec", { $1(&$0.codec) }, .choice, "The video codec.")
    Field("profile", { $1(&$0.profile) }, .choice, "The codec profile.")
    Field("level", { $1(&$0.level) }, .level, "The codec level, as `\"4.0\"`.")
    Field("tier", { $1(&$0.tier) }, .choice, "The tier of an HEVC or AV1 level, `main` or `high`; a High tier begins with level 4.")
    Field("transfer", { $1(&$0.transfer) }, .choice, "The transfer characteristics: `sdr`, or of HDR `pq` (HDR10) or `hlg`. Default: the source's.")
    Field("primaries", { $1(&$0.primaries) }, .choice, "The color primaries. Default: `bt2020` with HDR, else the source's.")
    Field("bit_depth", { $1(&$0.bitDepth) }, .bitDepth, "Bits per sample, 8 or 10. Default: 10 with the profiles of 10 bits and with HDR in HEVC, AV1 and VP9, else 8.")
    Field("encoder_preset", { $1(&$0.requestedPreset) }, .preset, "Speed against quality: a preset of x264 and x265, or a number, 0 to 13 for SVT-AV1 and 0 to 8 for libvpx; higher is faster.")
    Field("rate_control", { $1(&$0.rateControl) }, .choice, "How the bitrate is controlled.")
    Field("bframes", { $1(&$0.bframes) }, .integer(0...16), "Consecutive B-frames, 0 to 16.")
    Field("ref_frames", { $1(&$0.refFrames) }, .integer(1...16), "Reference frames, 1 to 16.")
    Field("lookahead", { $1(&$0.lookahead) }, .integer(0...250, unit: "frames"), "Frames that rate control looks ahead, 0 to 250.")
    Field(part: "audio", { $1(&$0.audio) }, AudioSettings.shape, "The audio of the rendition.")
  }
}

extension Rendition {
  /// `resolution` as it is stated.
  package var requestedResolution: Located<RequestedResolution>? {
    get { statedSide ?? resolution.map { Located(.exact($0.value), at: $0.place) } }
    set {
      switch newValue?.value {
      case .exact(let size): (resolution, statedSide) = (newValue.map { Located(size, at: $0.place) }, nil)
      case .height, .width: (resolution, statedSide) = (nil, newValue)
      case nil: (resolution, statedSide) = (nil, nil)
      }
    }
  }

  /// `encoder_preset` as it is stated.
  package var requestedPreset: Located<RequestedPreset>? {
    get { encoderPreset.map { Located(.name($0.value), at: $0.place) } ?? encoderSpeed.map { Located(.number($0.value), at: $0.place) } }
    set {
      encoderPreset = newValue.flatMap { preset in if case .name(let name) = preset.value { Located(name, at: preset.place) } else { nil } }
      encoderSpeed = newValue.flatMap { preset in if case .number(let number) = preset.value { Located(number, at: preset.place) } else { nil } }
    }
  }
}
