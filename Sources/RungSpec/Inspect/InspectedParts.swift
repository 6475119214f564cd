

/// The actual LL-HLS parts: as many whole frames as do not exceed the target.
public struct InspectedParts: Sendable, Hashable {
  /// The requested Part Target Duration.
  public var target: Seconds
  /// In each part but the last of a segment; 0 where a frame is longer than the target.
  public var frames: Int
  /// In whole frames.
  public var length: Seconds
  /// In the longest HLS segment, a shorter last one counted; nil where no segment duration is set.
  public var perSegment: Int?
}
