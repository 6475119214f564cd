package import RungSource
package import RungSpec

/// One video encode, which outputs refer to by its name.
package struct MediaLiveVideo: Sendable {
  package var name: Located<String>?
  package var width: Located<Int>?
  package var height: Located<Int>?
  package var codecSettings: Located<MediaLiveVideoCodec>?

  package static let shape = Shape("a video description", "One video encode.", { MediaLiveVideo() }) {
    Field("Name", { $1(&$0.name) }, .string, of: .renditionName, "unique in the channel; outputs refer to it")
    Field("Width", { $1(&$0.width) }, .integer(Resolution.sides), of: .resolution, as: .width, "pixels, an even number")
    Field("Height", { $1(&$0.height) }, .integer(Resolution.sides), of: .resolution, as: .height, "pixels, an even number")
    Field("CodecSettings", { $1(&$0.codecSettings) }, .object(MediaLiveVideoCodec.shape), of: .codec, as: .byHand, "one codec")
  }
}

/// Exactly one of them.
package struct MediaLiveVideoCodec: Sendable {
  package var h264: Located<MediaLiveVideoSettings>?
  package var h265: Located<MediaLiveVideoSettings>?
  package var av1: Located<MediaLiveVideoSettings>?

  package static let shape = Shape("CodecSettings", "A video codec.", { MediaLiveVideoCodec() }) {
    Field("H264Settings", { $1(&$0.h264) }, .object(MediaLiveVideoSettings.h264), "H.264")
    Field("H265Settings", { $1(&$0.h265) }, .object(MediaLiveVideoSettings.h265), "HEVC")
    Field("Av1Settings", { $1(&$0.av1) }, .object(MediaLiveVideoSettings.av1), "AV1")
  }
}

/// The settings of a video codec. Not every codec has all of them.
package struct MediaLiveVideoSettings: Sendable {
  package var framerateControl: Located<String>?
  package var framerateNumerator: Located<Int>?
  package var framerateDenominator: Located<Int>?
  package var gopSize: Located<Rational>?
  package var gopSizeUnits: Located<String>?
  package var gopClosedCadence: Located<Int>?
  package var gopNumBFrames: Located<Int>?
  package var numRefFrames: Located<Int>?
  package var rateControlMode: Located<String>?
  package var bitrate: Located<Int>?
  package var maxBitrate: Located<Int>?
  package var bufSize: Located<Int>?
  package var qvbrQualityLevel: Located<Int>?
  package var profile: Located<String>?
  package var level: Located<String>?
  package var tier: Located<String>?
  package var bitDepth: Located<String>?
  package var sceneChangeDetect: Located<String>?
  package var colorSpaceSettings: Located<MediaLiveColor>?

  package static let h264 = Shape("H264Settings", "H.264.", { MediaLiveVideoSettings() }) {
    Field("FramerateControl", { $1(&$0.framerateControl) }, .string, "SPECIFIED, or INITIALIZE_FROM_SOURCE")
    rate + gop
    Field("GopClosedCadence", { $1(&$0.gopClosedCadence) }, .integer, "1 makes every GOP closed")
    Field("GopNumBFrames", { $1(&$0.gopNumBFrames) }, .integer, of: .bframes, "B-frames between reference frames")
    Field("NumRefFrames", { $1(&$0.numRefFrames) }, .integer, of: .refFrames, "reference frames")
    bits
    Field("Profile", { $1(&$0.profile) }, .string, of: .profile, as: .words(["baseline": "BASELINE", "main": "MAIN", "high": "HIGH", "high10": "HIGH_10BIT"]), "the profile")
    level("H264")
    Field("SceneChangeDetect", { $1(&$0.sceneChangeDetect) }, .string, of: .medialive("scene_change_detect"), as: .words(["true": "ENABLED", "false": "DISABLED"]), "whether a change of scene gets a keyframe")
    color
  }

  package static let h265 = Shape("H265Settings", "HEVC.", { MediaLiveVideoSettings() }) {
    rate + gop
    Field("GopClosedCadence", { $1(&$0.gopClosedCadence) }, .integer, "1 makes every GOP closed")
    Field("GopNumBFrames", { $1(&$0.gopNumBFrames) }, .integer, of: .bframes, "B-frames between reference frames")
    bits
    Field("Profile", { $1(&$0.profile) }, .string, of: .profile, as: .words(["main": "MAIN", "main10": "MAIN_10BIT"]), "the profile")
    level("H265")
    Field("Tier", { $1(&$0.tier) }, .string, of: .tier, as: .words(["main": "MAIN", "high": "HIGH"]), "the tier of the level")
    Field("SceneChangeDetect", { $1(&$0.sceneChangeDetect) }, .string, of: .medialive("scene_change_detect"), as: .words(["true": "ENABLED", "false": "DISABLED"]), "whether a change of scene gets a keyframe")
    color
  }

  package static let av1 = Shape("Av1Settings", "AV1.", { MediaLiveVideoSettings() }) {
    rate + gop + bits
    level("AV1")
    Field("BitDepth", { $1(&$0.bitDepth) }, .string, of: .bitDepth, as: .words(["8": "DEPTH_8", "10": "DEPTH_10"]), "bits per sample")
    Field("SceneChangeDetect", { $1(&$0.sceneChangeDetect) }, .string, of: .medialive("scene_change_detect"), as: .words(["true": "ENABLED", "false": "DISABLED"]), "whether a change of scene gets a keyframe")
    color
  }

  private static let rate: [Field<MediaLiveVideoSettings>] = [
    Field("FramerateNumerator", { $1(&$0.framerateNumerator) }, .integer, of: .fps, as: .custom { FrameRate.plain($0).map { "\($0.value.numerator)" } }, "frames per second × FramerateDenominator"),
    Field("FramerateDenominator", { $1(&$0.framerateDenominator) }, .integer, of: .fps, as: .custom { FrameRate.plain($0).map { "\($0.value.denominator)" } }, "1, or 1001 of NTSC rates"),
  ]
  private static let gop: [Field<MediaLiveVideoSettings>] = [
    Field("GopSize", { $1(&$0.gopSize) }, .number(), of: .gop, as: .byHand, "the keyframe interval, in GopSizeUnits"),
    Field("GopSizeUnits", { $1(&$0.gopSizeUnits) }, .string, of: .medialive("gop_units"), "FRAMES or SECONDS"),
  ]
  private static let bits: [Field<MediaLiveVideoSettings>] = [
    Field("RateControlMode", { $1(&$0.rateControlMode) }, .string, of: .rateControl, as: .words(["cbr": "CBR", "vbr": "VBR", "capped-crf": "QVBR"]), "CBR, VBR (H.264) or QVBR"),
    Field("Bitrate", { $1(&$0.bitrate) }, .integer, of: .bitrate, as: .bits, "bits per second; required for CBR and VBR, not used for QVBR"),
    Field("MaxBitrate", { $1(&$0.maxBitrate) }, .integer, of: .maxBitrate, as: .bits, "bits per second, for VBR and QVBR"),
    Field("BufSize", { $1(&$0.bufSize) }, .integer, of: .buffer, as: .bitBuffer, "bits"),
    Field("QvbrQualityLevel", { $1(&$0.qvbrQualityLevel) }, .integer, of: .medialive("quality"), "of QVBR, 1 to 10"),
  ]
  private static let color: [Field<MediaLiveVideoSettings>] = [
    Field("ColorSpaceSettings", { $1(&$0.colorSpaceSettings) }, .object(MediaLiveColor.shape), of: .transfer, as: .byHand, "one color space; default: the source's")
  ]

  private static func level(_ codec: String) -> [Field<MediaLiveVideoSettings>] {
    [
      Field(
        "Level", { $1(&$0.level) }, .string, of: .level,
        as: BodyForm(inBody: { "\"\(level($0.filter { $0 != "\"" }, of: codec))\"" }) { scalar in
          guard scalar.text.hasPrefix("\(codec)_LEVEL_") else { return nil }
          let name = String(scalar.text.dropFirst("\(codec)_LEVEL_".count)).replacing("_", with: ".")
          return name == "AUTO" ? nil : Scalar(name.contains(".") ? name : name + ".0", .quoted)
        }, "the level")
    ]
  }

  /// `4.0` → `H264_LEVEL_4`, `4.1` → `H264_LEVEL_4_1`.
  static func level(_ level: String, of codec: String) -> String {
    "\(codec)_LEVEL_\((level.hasSuffix(".0") ? String(level.dropLast(2)) : level).replacing(".", with: "_"))"
  }
}

/// The color space of a video encode: exactly one of them.
package struct MediaLiveColor: Sendable {
  package var rec709: Located<Node>?
  package var hdr10: Located<Node>?
  package var hlg: Located<Node>?

  package static let shape = Shape("ColorSpaceSettings", "A color space.", { MediaLiveColor() }) {
    Field("Rec709Settings", { $1(&$0.rec709) }, .node, "BT.709")
    Field("Hdr10Settings", { $1(&$0.hdr10) }, .node, "HDR10")
    Field("Hlg2020Settings", { $1(&$0.hlg) }, .node, "HLG")
  }
}
