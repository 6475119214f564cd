

/// A rendition as a playlist has it. What the spec does not say, and what does not follow from it, is nil.
public struct PreviewedVariant: Sendable {
  /// Nil when the rendition has none.
  public var name: String?
  /// What it is called in URLs and ids: the name where it is plain, else its number. Unique in the stream.
  public var id: String
  /// Nil where it is not stated.
  public var resolution: Resolution?
  /// Nil where it is not stated.
  public var fps: FrameRate?
  /// As RFC 6381 has it: `avc1.4d4028`.
  public var videoCodec: String?
  /// As in `CODECS`; nil where it is not stated.
  public var audioCodec: String?
  /// Keys that are not stated and that the codec string depends on: `profile`, `level`.
  public var assumed: [String]
  /// Of pictures and sound together, without the container: the targets.
  public var average: Bitrate?
  /// The same with the maximum of the pictures, which holds on average over the buffer. Nil without one.
  public var peak: Bitrate?
  /// With the container of HLS: AVERAGE-BANDWIDTH.
  public var hlsAverage: Bitrate?
  /// What no segment of HLS exceeds, container included: of T seconds it holds maximum × T + buffer bits at most. Nil where no
  /// maximum is stated, or enforced.
  public var hlsPeak: Bitrate?
  /// Of the pictures alone, with the container of DASH: what no segment exceeds, or the average where nothing bounds it.
  public var dashBandwidth: Bitrate?
  /// How long the segments are that come out, for HLS and for DASH; nil when the keyframe interval is not known.
  public var hlsSegments: InspectedSegments?
  /// Nil where the stream has no DASH.
  public var dashSegments: InspectedSegments?
  /// The index of its sound among ``PreviewedStream/sounds``.
  public var sound: Int?

  /// Both codecs, as CODECS lists them. Nil when the one of the pictures is not known.
  public var codecs: String? {
    let all = [videoCodec, audioCodec].compactMap { $0 }
    return all.isEmpty || (resolution != nil && videoCodec == nil) ? nil : all.joined(separator: ",")
  }
}
