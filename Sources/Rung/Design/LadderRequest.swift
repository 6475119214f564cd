public import RungProviders
public import RungSpec

/// What a ladder is to be designed for.
public struct LadderRequest: Sendable {
  public enum Codec: String, Sendable, CaseIterable {
    case h264, h265, av1, vp8
  }

  /// Who makes the renditions.
  public enum Encoding: String, Sendable, CaseIterable {
    /// The provider does.
    case transcode
    /// The encoder does, and pushes each of them.
    case passthrough
  }

  /// What the encoder sends: pixels, and frames per second.
  public var source: Resolution
  public var sourceRate: FrameRate
  /// Frames per second of the ladder; nil for the source's. A whole fraction of it otherwise.
  public var fps: FrameRate?
  public var codec = Codec.h264
  public var content = ContentClass.general
  /// The most that any one rendition may take, its peaks and its sound included; nil for no cap.
  public var maxBitrate: Bitrate?
  /// Nil for as many as it takes.
  public var rungs: Int?
  /// Nil where that follows from the rest.
  public var encoding: Encoding?
  /// Whether renditions with less than 540 lines are to have half the frames.
  public var halvesLowRungs = false
  /// Ids of the providers whose rules the ladder has to keep; none for the rules of ladders alone.
  public var providers: [String]

  public init(source: Resolution, at sourceRate: FrameRate, for providers: [String] = []) {
    self.source = source
    self.sourceRate = sourceRate
    self.providers = providers
  }
}

/// A ladder, and why it is as it is.
public struct LadderDesign: Sendable {
  /// A whole stream spec in YAML, with comments: `check(_:for:loader:)` finds nothing amiss in it.
  public let spec: String
  /// The part of it that is the ladder: `ladder`, and what of it stands under `targets`. Empty where each of the providers
  /// makes a ladder of its own.
  public let ladder: String
  /// Best first; empty where each of the providers makes a ladder of its own.
  public let rungs: [Rung]
  /// What to know beside it, one sentence each.
  public let remarks: [String]

  public struct Rung: Sendable, Hashable {
    /// `1080p`: after the shorter side.
    public let name: String
    public let resolution: Resolution
    public let fps: FrameRate
    public let bitrate: Bitrate
    public let maxBitrate: Bitrate
    public let buffer: BufferSize
    /// The lowest that suffices; nil for a codec without levels, and where only a High tier takes it.
    public let level: String?
    /// Of the sound, at providers that take one for each rendition.
    public let audioBitrate: Bitrate
    /// Why this rendition, and which limit decided.
    public let reason: String
  }
}

/// There is no ladder that keeps every rule: everything that stands in the way.
public struct NoLadder: Error, Sendable {
  /// At least one.
  public let obstacles: [LadderObstacle]
}

/// Designs a ladder that breaks no rule of any of the providers.
///
/// The same request gives the same bytes. Bits follow from published ladders (``ContentClass``), steps from Apple's.
///
/// - Throws: ``NoLadder`` when there is none.
public func design(_ request: LadderRequest) throws(NoLadder) -> LadderDesign {
  var designer = Designer(request)
  return try designer.design()
}
