

/// Figures of the renditions of one stream.
public struct InspectedStream: Sendable {
  /// Its `name`, when it has one.
  public var name: String?
  /// `media: audio`: the renditions are audio-only.
  public var isAudio: Bool
  /// The encoder's stream is the ladder: `encoding: passthrough` without a `ladder`.
  public var isIngest: Bool
  /// In their order. Empty when the spec has no ladder.
  public var renditions: [InspectedRendition]
}
