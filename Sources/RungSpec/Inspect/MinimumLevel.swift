

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

  /// Whether values are missing that may raise it.
  public var isLowerBound: Bool { !open.isEmpty }

  /// A limit that decides the level.
  public struct Reason: Sendable, Hashable {
    /// `frame_size`, `side`, `rate`, `dpb`, `bitrate` or `buffer`; `tier` where it is only that the level below has no High
    /// tier, and that one is stated.
    public var limit: String
    /// The same for people: `frame size`, `decoded picture buffer`.
    public var title: String
    /// What was found, and what the level allows.
    public var text: String
  }
}
