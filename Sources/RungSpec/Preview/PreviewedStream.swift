

/// What viewers get of one stream.
public struct PreviewedStream: Sendable {
  /// Its `name`, when it has one.
  public var name: String?
  /// `media: audio`: the renditions are audio-only.
  public var isAudio: Bool
  /// In the order of the ladder, which is that of the playlist. Empty when the spec has no ladder.
  public var variants: [PreviewedVariant]
  /// Distinct audio tracks, in the order of the ladder: DASH has each once.
  public var sounds: [PreviewedSound]
  /// What is offered as HLS.
  public var hls: PreviewedOutput
  /// What is offered as DASH.
  public var dash: PreviewedOutput
  /// Who writes the playlist, and how it computes BANDWIDTH.
  public var packager: PreviewedPackager
  /// `packaging.dash.window`.
  public var window: Seconds?
  /// `packaging.dash.min_buffer`.
  public var minBuffer: Seconds?
  /// Of all renditions together.
  public var totals: PreviewedTotals
}
