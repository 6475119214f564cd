package import RungSpec

/// What a ladder is designed for, as far as a provider needs it.
package struct LadderWish: Sendable {
  package let source: Resolution
  package let sourceRate: FrameRate
  /// Of the ladder: the source's, or a whole fraction of it.
  package let fps: FrameRate
  package let codec: VideoCodec
  /// The maximum of video and audio together in any one rendition.
  package let cap: Bitrate?
  package let rungs: Int?
  /// Nil when the design decides.
  package let encoding: EncodingMode?
  /// Whether low renditions have to have a lower frame rate.
  package let halvesLowRungs: Bool

  package init(
    source: Resolution, sourceRate: FrameRate, fps: FrameRate, codec: VideoCodec, cap: Bitrate?, rungs: Int?, encoding: EncodingMode?,
    halvesLowRungs: Bool
  ) {
    (self.source, self.sourceRate, self.fps, self.codec, self.cap, self.rungs, self.encoding, self.halvesLowRungs)
      = (source, sourceRate, fps, codec, cap, rungs, encoding, halvesLowRungs)
  }
}
