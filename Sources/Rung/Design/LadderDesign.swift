internal import RungOutput
public import RungSource
public import RungSpec

/// A ladder, and why it is as it is.
public struct LadderDesign: Sendable {
  /// A whole stream spec in YAML, with comments: `check(_:for:loader:)` finds nothing amiss in it.
  public let spec: String
  /// The part of it that is the ladder: `ladder`, and its part under `targets`. Empty where each of the providers
  /// makes a ladder of its own.
  public let ladder: String
  /// Best first; empty where each of the providers makes a ladder of its own.
  public let rungs: [Rung]
  /// What to know beside it, one sentence each.
  public let remarks: [String]
  /// What the spec is for: the providers, or the encoder that sends to a destination.
  public let targets: [TargetID]

  /// One rendition of the ladder.
  public struct Rung: Sendable, Hashable {
    /// `1080p`: after the shorter side.
    public let name: String
    /// Of the video.
    public let resolution: Resolution
    /// Frames per second.
    public let fps: FrameRate
    /// The target.
    public let bitrate: Bitrate
    /// What the VBV is filled at.
    public let maxBitrate: Bitrate
    /// The size of the VBV.
    public let buffer: BufferSize
    /// The lowest that suffices; nil for a codec without levels, and where only a High tier takes it.
    public let level: String?
    /// Of the audio, at providers with one for each rendition.
    public let audioBitrate: Bitrate
    /// Why this rendition, and which limit decided.
    public let reason: String
  }

  let title: String
  let codec: VideoCodec

  /// A page that draws the ladder beside the published ladders of its codec: one self-contained HTML document, without scripts. Nil where each of the
  /// providers makes a ladder of its own.
  ///
  /// - Parameter date: a day to print on the page, as `2026-11-20`; nil for none: the page is the same whenever it is drawn.
  public func report(date: String? = nil) -> String? {
    guard !rungs.isEmpty else { return nil }
    let rungs = rungs.map { DesignReport.Rung($0.name, $0.resolution, $0.fps, $0.bitrate, reason: $0.reason) }
    return DesignReport(title: title, edition: ReportFacts.edition(on: date), codec: codec, rungs: rungs).text
  }
}
