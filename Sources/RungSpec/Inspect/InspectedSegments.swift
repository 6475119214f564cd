

/// The segments of a packager that cuts at the first keyframe at or after each multiple of the requested length.
public struct InspectedSegments: Sendable, Hashable {
  /// `hls` or `dash`.
  public var output: String
  /// The duration in the spec.
  public var asked: Seconds
  /// The first ones: all before the lengths repeat, at most twelve.
  public var lengths: [Seconds]
  /// After so many segments the lengths repeat.
  public var period: Int
  /// Segments end at keyframes: the shortest that results.
  public var shortest: Seconds
  /// The longest that results.
  public var longest: Seconds
  /// Seconds, as announced in HLS (EXT-X-TARGETDURATION).
  public var targetDuration: Int

  /// Whether all are equally long.
  public var isEven: Bool { shortest == longest }
}
