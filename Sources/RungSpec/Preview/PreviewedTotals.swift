

/// Sums over a stream, in bits a second and bytes. Exact; nil when a bitrate that counts is not stated.
public struct PreviewedTotals: Sendable {
  /// What the encoder sends.
  public var ingest: Bitrate?
  /// Whether the encoder sends the ladder itself.
  public var isPassthrough: Bool
  /// What a viewer of the lowest and of the highest rendition gets on average, container included.
  public var lowest: Bitrate?
  /// Nil where a bitrate is not known.
  public var highest: Bitrate?
  /// What a viewer gets in an hour at the most, of whichever rendition, with the container of HLS. Nil where nothing bounds
  /// one of them.
  public var hourAtMost: ByteCount?
  /// All renditions together, without the container.
  public var ladder: Bitrate?
  /// `recording.window`.
  public var window: Seconds?
  /// All renditions over the window, without the container.
  public var archive: ByteCount?
  /// The same with the container of HLS.
  public var packagedArchive: ByteCount?
  /// The same at the most. Nil where nothing bounds one of the renditions.
  public var archiveAtMost: ByteCount?
}
