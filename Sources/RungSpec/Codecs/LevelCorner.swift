/// The limits of a level at one frame rate: the size of a frame, and the bits per second.
package struct LevelCorner: Sendable, Hashable {
  package let name: String
  /// Luma samples in a frame: those that the level allows, or as many as its rate leaves for each frame.
  package let pixels: Int
  package let bitrate: Bitrate

  /// Of every level of the codec, lowest first; none for a codec without known limits.
  ///
  /// - Parameter fps: nil where only the size of a frame counts.
  package static func all(of codec: VideoCodec, fps: FrameRate?, profile: VideoProfile?, tier: LevelTier = .main) -> [LevelCorner] {
    switch codec {
    case .h264:
      H264Level.all.map { level in
        let macroblocks = Swift.min(level.frameSize, share(of: level.macroblockRate, fps))
        return LevelCorner(name: level.name, pixels: macroblocks * 256, bitrate: level.bitrateLimit(profile))
      }
    case .h265:
      HEVCLevel.all.map { level in
        LevelCorner(name: level.name, pixels: Swift.min(level.frameSize, share(of: level.sampleRate, fps)), bitrate: level.bitrateLimit(tier))
      }
    case .av1:
      AV1Level.all.map { level in
        LevelCorner(
          name: level.name, pixels: Swift.min(level.frameSize, share(of: level.displayRate, fps)),
          bitrate: level.bitrateLimit(tier, profile))
      }
    case .vp9:
      VP9Level.all.map { level in
        LevelCorner(name: level.name, pixels: Swift.min(level.frameSize, share(of: level.sampleRate, fps)), bitrate: level.bitrateLimit)
      }
    case .vp8: []
    }
  }

  /// What a rate leaves for each frame, whole.
  private static func share(of rate: Int, _ fps: FrameRate?) -> Int {
    guard let fps, let each = Rational(rate).divided(by: fps.value) else { return .max / 256 }
    return Int(clamping: each.numerator / each.denominator)
  }
}
