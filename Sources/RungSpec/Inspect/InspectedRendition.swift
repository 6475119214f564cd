

/// What the spec does not say, and what does not follow from it, is nil.
public struct InspectedRendition: Sendable {
  /// Nil when it has none.
  public var name: String?
  /// `h264`, `h265`, `av1`, `vp8`, `vp9`; in an audio ladder the codec of the sound.
  public var codec: String?
  /// As it is stated; nil where it is not.
  public var profile: String?
  /// Nil where it is not stated.
  public var resolution: Resolution?
  /// Nil where it is not stated.
  public var fps: FrameRate?
  /// Of the picture; in an audio ladder of the sound.
  public var bitrate: Bitrate?
  /// Nil where it is not stated.
  public var maxBitrate: Bitrate?
  /// Nil where it is not stated.
  public var buffer: BufferSize?
  /// Nil when size or codec are not known, and for a codec whose level limits are not known to Rung (VP8).
  public var minimumLevel: MinimumLevel?
  /// As it is written; nil where it is not stated.
  public var statedLevel: String?
  /// `main` or `high`; nil as well for a codec that has no tiers.
  public var statedTier: String?
  /// Nil where it is not known.
  public var gopFrames: Int?
  /// Nil where it is not known.
  public var gopSeconds: Seconds?
  /// Nobody states the keyframes: they are those that an encoder is set to.
  public var hasUsualGOP = false
  /// Decoded pictures that are kept, as x264 and x265 count them. Known when reference frames and B-frames are.
  public var dpbFrames: Int?
  /// Target bitrate ÷ (width × height × frame rate).
  public var bitsPerPixel: Rational?
  /// Buffer ÷ maximum bitrate (the target where no maximum is set).
  public var vbvSeconds: Rational?
  /// For each output that asks for a segment duration.
  public var segments: [InspectedSegments]
  /// Nil unless LL-HLS parts are asked for and the frame rate is known.
  public var parts: InspectedParts?
}
