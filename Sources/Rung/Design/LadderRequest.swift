public import RungSpec

/// The requirements of a ladder.
public struct LadderRequest: Sendable {
  /// What ladders can be designed for.
  public enum Codec: String, Sendable, CaseIterable {
    /// AVC.
    case h264
    /// HEVC.
    case h265
    /// AV1.
    case av1
    /// VP9.
    case vp9
    /// VP8.
    case vp8
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
  /// Frames per second of the source.
  public var sourceRate: FrameRate
  /// Frames per second of the ladder; nil for the source's. A whole fraction of it otherwise.
  public var fps: FrameRate?
  /// Of all renditions.
  public var codec = Codec.h264
  /// The kind of content: it decides how many bits a frame needs.
  public var content = ContentClass.general
  /// The maximum bitrate of any one rendition, with its peaks and its audio; nil for no cap.
  public var maxBitrate: Bitrate?
  /// Nil for as many as it takes.
  public var rungs: Int?
  /// Nil where that follows from the rest.
  public var encoding: Encoding?
  /// Whether renditions with less than 540 lines have at most 30 frames per second, as in Apple's ladder: a half of 60, a quarter of 120. Nil for
  /// where every provider supports it.
  public var halvesLowRungs: Bool?
  /// Ids of the providers whose rules the ladder has to keep, or of one destination that an encoder sends to; none for the rules of ladders
  /// alone.
  public var providers: [TargetID]

  /// - Parameters:
  ///   - source: the size of the source; no rendition is larger.
  ///   - sourceRate: its frames per second.
  ///   - providers: ids of those that have to take the ladder.
  public init(source: Resolution, at sourceRate: FrameRate, for providers: [TargetID] = []) {
    (self.source, self.sourceRate, self.providers) = (source, sourceRate, providers)
  }
}

/// Designs a ladder that breaks no rule of any of the providers.
///
/// The same request gives the same bytes. Bitrates follow curves through published ladders (``ContentClass``), steps Apple's.
///
/// - Throws: ``RungError/noLadder(_:)``; an id that no provider has is an obstacle as well.
public func design(_ request: LadderRequest) throws(RungError) -> LadderDesign {
  do throws(NoLadder) { return try Designer.design(request) } catch { throw .noLadder(LeastCap.obstacle(to: request).map { [$0] } ?? error.obstacles) }
}
