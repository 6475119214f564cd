

/// One audio track of the playlists.
public struct PreviewedSound: Sendable {
  /// Unique in the stream.
  public var id: String
  /// As in `CODECS`.
  public var codec: String
  /// Nil where it is not set.
  public var bitrate: Bitrate?
  /// Samples a second.
  public var sampleRate: Int?
  /// Nil where it is not set.
  public var channels: Int?
  /// With the DASH container.
  public var dashBandwidth: Bitrate?
}
