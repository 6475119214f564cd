/// What an encoding engineer wants to know of every rendition, worked out from the spec and from nothing else.
///
/// `inspect(_:for:loader:)` makes it, and the writers of `RungOutput` take it.
public struct LadderInspection: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public var streams: [InspectedStream]

  public init(streams: [InspectedStream]) {
    self.streams = streams
  }
}

public struct InspectedStream: Sendable {
  /// Its `name`, when it has one.
  public var name: String?
  /// `media: audio`: the renditions have sound only.
  public var isAudio: Bool
  /// What the encoder sends is the ladder: `encoding: passthrough` without a `ladder`.
  public var isIngest: Bool
  /// In their order. Empty when the spec has no ladder.
  public var renditions: [InspectedRendition]
}

/// What the spec does not say, and what does not follow from it, is nil.
public struct InspectedRendition: Sendable {
  public var name: String?
  /// `h264`, `h265`, `av1`, `vp8`, `vp9`; in an audio ladder the codec of the sound.
  public var codec: String?
  public var profile: String?
  public var resolution: Resolution?
  public var fps: FrameRate?
  /// Of the picture; in an audio ladder of the sound.
  public var bitrate: Bitrate?
  public var maxBitrate: Bitrate?
  public var buffer: BufferSize?
  /// Nil when size or codec are not known, and for a codec whose level limits are not known to Rung (VP8).
  public var minimumLevel: MinimumLevel?
  public var statedLevel: String?
  /// `main` or `high`; nil as well for a codec that has no tiers.
  public var statedTier: String?
  public var gopFrames: Int?
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

/// The lowest level that takes a rendition, as far as the spec says what there is to take.
public struct MinimumLevel: Sendable, Hashable {
  /// Nil when no level of the codec takes it.
  public var name: String?
  /// `main` or `high`, for codecs that have tiers: the one that is stated. Without one it is the Main tier wherever one of
  /// its levels suffices.
  public var tier: String?
  /// The level below. Nil for the lowest, and when no level takes the rendition.
  public var below: String?
  /// Why the level below does not do; with no level at all, why the highest does not. Empty for the lowest level.
  public var decidedBy: [Reason]
  /// Keys of the spec that count, and are not stated: with any of them the real minimum may be higher, and never lower.
  public var open: [String]

  public var isLowerBound: Bool { !open.isEmpty }

  public struct Reason: Sendable, Hashable {
    /// `frame_size`, `side`, `rate`, `dpb`, `bitrate` or `buffer`; `tier` where it is only that the level below has no High
    /// tier, and that one is stated.
    public var limit: String
    /// The same for people: `frame size`, `kept pictures`.
    public var title: String
    /// What was found, and what the level allows.
    public var text: String
  }
}

/// The segments that come out when a packager cuts at the first keyframe at or behind each multiple of the asked length.
public struct InspectedSegments: Sendable, Hashable {
  /// `hls` or `dash`.
  public var output: String
  public var asked: Seconds
  /// The first ones: as many as there are before the lengths repeat, at most twelve.
  public var lengths: [Seconds]
  /// After so many segments the lengths repeat.
  public var period: Int
  public var shortest: Seconds
  public var longest: Seconds
  /// Seconds, as HLS announces it (EXT-X-TARGETDURATION).
  public var targetDuration: Int

  public var isEven: Bool { shortest == longest }
}

/// The LL-HLS parts that come out: as many whole frames as do not exceed the target.
public struct InspectedParts: Sendable, Hashable {
  /// The Part Target Duration that was asked for.
  public var target: Seconds
  /// In each part but the last of a segment; 0 where a frame is longer than the target.
  public var frames: Int
  public var length: Seconds
  /// In the longest HLS segment, a shorter last one counted; nil where no segment duration is stated.
  public var perSegment: Int?
}
