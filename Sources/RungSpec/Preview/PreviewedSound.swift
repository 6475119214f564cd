

public struct PreviewedSound: Sendable {
  public var id: String
  public var codec: String
  public var bitrate: Bitrate?
  /// Samples a second.
  public var sampleRate: Int?
  public var channels: Int?
  /// With the container of DASH.
  public var dashBandwidth: Bitrate?
}
