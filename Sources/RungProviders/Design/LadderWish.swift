package import RungSpec

/// What a ladder is to be designed for, as a provider has to know it.
package struct LadderWish: Sendable {
  package let source: Resolution
  package let sourceRate: FrameRate
  /// Of the ladder: the source's, or a whole fraction of it.
  package let fps: FrameRate
  package let codec: VideoCodec
  /// Video at its peak and sound of any one rung, together.
  package let cap: Bitrate?
  package let rungs: Int?
  /// Nil when that is left to the design.
  package let encoding: EncodingMode?
  /// Whether low rungs are to have half the frames.
  package let halvesLowRungs: Bool

  package init(
    source: Resolution, sourceRate: FrameRate, fps: FrameRate, codec: VideoCodec, cap: Bitrate?, rungs: Int?, encoding: EncodingMode?,
    halvesLowRungs: Bool
  ) {
    self.source = source
    self.sourceRate = sourceRate
    self.fps = fps
    self.codec = codec
    self.cap = cap
    self.rungs = rungs
    self.encoding = encoding
    self.halvesLowRungs = halvesLowRungs
  }
}
