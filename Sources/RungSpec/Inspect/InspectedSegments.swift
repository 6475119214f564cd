

/// The segments that come out when a packager cuts at the first keyframe at or behind each multiple of the asked length.
public struct InspectedSegments: Sendable, Hashable {
  /// `hls` or `dash`.
  public var output: String
  /// The duration that the spec asks for.
  public var asked: Seconds
  /// The first ones: as many as there are before the lengths repeat, at most twelve.
  public var lengths: [Seconds]
  /// After so many segments the lengths repeat.
  public var period: Int
  /// Segments end at keyframes: the shortest that comes of it.
  public var shortest: Seconds
  /// The longest that comes of it.
  public var longest: Seconds
  /// Seconds, as HLS announces it (EXT-X-TARGETDURATION).
  public var targetDuration: Int

  /// Whether all are equally long.
  public var isEven: Bool { shortest == longest }
}
