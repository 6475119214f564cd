

/// Sums over a stream, in bits per second and bytes. Exact; nil when a bitrate that counts is not set.
public struct PreviewedTotals: Sendable {
  /// What the encoder sends.
  public var ingest: Bitrate?
  /// Whether the encoder sends the ladder itself.
  public var isPassthrough: Bool
  /// What a viewer of the lowest and of the highest rendition gets on average, container included.
  public var lowest: Bitrate?
  /// Nil where a bitrate is not known.
  public var highest: Bitrate?
  /// The most that a viewer gets in an hour, of any rendition, with the HLS container. Nil where one of them has no upper
  /// bound.
  public var hourAtMost: ByteCount?
  /// All renditions together, without the container.
  public var ladder: Bitrate?
  /// `recording.window`.
  public var window: Seconds?
  /// All renditions over the window, without the container.
  public var archive: ByteCount?
  /// The same with the HLS container.
  public var packagedArchive: ByteCount?
  /// The same at most. Nil where one of the renditions has no upper bound.
  public var archiveAtMost: ByteCount?
}
