

/// What the renditions of one stream come to.
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
