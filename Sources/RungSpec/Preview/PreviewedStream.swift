

/// What viewers get of one stream.
public struct PreviewedStream: Sendable {
  /// Its `name`, when it has one.
  public var name: String?
  /// `media: audio`: the renditions have sound only.
  public var isAudio: Bool
  /// In the order of the ladder, which is that of the playlist. Empty when the spec has no ladder.
  public var variants: [PreviewedVariant]
  /// Sounds that differ from each other, in the order of the ladder: what DASH has once.
  public var sounds: [PreviewedSound]
  /// What is offered as HLS.
  public var hls: PreviewedOutput
  /// What is offered as DASH.
  public var dash: PreviewedOutput
  /// Who writes the playlist, and how it comes by BANDWIDTH.
  public var packager: PreviewedPackager
  /// `packaging.dash.window`.
  public var window: Seconds?
  /// `packaging.dash.min_buffer`.
  public var minBuffer: Seconds?
  /// Of all renditions together.
  public var totals: PreviewedTotals
}
