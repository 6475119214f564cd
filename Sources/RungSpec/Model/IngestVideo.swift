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
  package var interlaced: Located<Bool>?
  package var sampleAspectRatio: Located<SampleAspectRatio>?
  package var transfer: Located<VideoTransfer>?
  package var primaries: Located<ColorPrimaries>?
  package var bitDepth: Located<Int>?

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
    Field("interlaced", { $1(&$0.interlaced) }, .bool, "`true` for interlaced video: each of the `fps` frames holds two fields. Default: progressive.")
    Field("sample_aspect_ratio", { $1(&$0.sampleAspectRatio) }, .unit, "Width to height of a sample: `\"64:45\"` shows 720x576 at 16:9. Default: square samples, `\"1:1\"`.")
    Field("transfer", { $1(&$0.transfer) }, .choice, "The transfer characteristics: `sdr`, or of HDR `pq` (HDR10) or `hlg`.")
    Field("primaries", { $1(&$0.primaries) }, .choice, "The color primaries. Default: `bt2020` with HDR.")
    Field("bit_depth", { $1(&$0.bitDepth) }, .bitDepth, "Bits per sample, 8 or 10.")
  }
}

extension IngestVideo {
  /// The size as it is shown, in square samples; nil where no size is stated.
  package var shown: Located<Resolution>? { resolution.map { size in size.map { $0.shown(sampleAspectRatio?.value) } } }
  /// Width over height as it is shown; nil where no size is stated.
  package var displayAspect: Rational? { resolution.map { $0.value.displayAspect(sampleAspectRatio?.value) } }
  /// The most pictures per second without repeating one: each field of interlaced video can become a frame. Nil where no rate is
  /// stated.
  package var pictureRate: Located<FrameRate>? {
    guard interlaced?.value == true else { return fps }
    return fps.map { fps in fps.map { rate in rate.value.times(Rational(2)).map { FrameRate($0) } ?? rate } }
  }
}
