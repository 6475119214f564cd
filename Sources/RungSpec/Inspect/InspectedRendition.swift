

/// Values that are neither set nor implied by the spec are nil.
public struct InspectedRendition: Sendable {
  /// Nil when it has none.
  public var name: String?
  /// `h264`, `h265`, `av1`, `vp8`, `vp9`; in an audio ladder the audio codec.
  public var codec: String?
  /// As set; nil where it is not.
  public var profile: String?
  /// Nil where it is not set.
  public var resolution: Resolution?
  /// Nil where it is not set.
  public var fps: FrameRate?
  /// Of the video; in an audio ladder of the audio.
  public var bitrate: Bitrate?
  /// Nil where it is not set.
  public var maxBitrate: Bitrate?
  /// Nil where it is not set.
  public var buffer: BufferSize?
  /// Nil when size or codec are not known, and for a codec whose level limits are not known to Rung (VP8).
  public var minimumLevel: MinimumLevel?
  /// As written; nil where it is not set.
  public var statedLevel: String?
  /// `main` or `high`; nil as well for a codec that has no tiers.
  public var statedTier: String?
  /// Nil where it is not known.
  public var gopFrames: Int?
  /// Nil where it is not known.
  public var gopSeconds: Seconds?
  /// Whether no keyframe interval is set: it is the one that an encoder is given.
  public var hasUsualGOP = false
  /// Decoded picture buffer in frames, as x264 and x265 count them. Known when reference frames and B-frames are.
  public var dpbFrames: Int?
  /// Target bitrate ÷ (width × height × frame rate).
  public var bitsPerPixel: Rational?
  /// Buffer ÷ maximum bitrate (the target where no maximum is set).
  public var vbvSeconds: Rational?
  /// For each output with a segment duration.
  public var segments: [InspectedSegments]
  /// Nil unless LL-HLS parts are set and the frame rate is known.
  public var parts: InspectedParts?
}
