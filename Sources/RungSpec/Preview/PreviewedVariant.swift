

/// A rendition as listed in a playlist. Values that are neither set nor implied by the spec are nil.
public struct PreviewedVariant: Sendable {
  /// Nil when the rendition has none.
  public var name: String?
  /// Its name in URLs and ids: the name where it is plain, else its number. Unique in the stream.
  public var id: String
  /// The address of its media playlist, from the multivariant one.
  public var address: String
  /// Whether it has video.
  public var hasVideo: Bool
  /// Nil where it is not set.
  public var resolution: Resolution?
  /// Nil where it is not set.
  public var fps: FrameRate?
  /// By RFC 6381: `avc1.4d4028`.
  public var videoCodec: String?
  /// As in `CODECS`; nil where it is not set.
  public var audioCodec: String?
  /// The color in the code points of Rec. ITU-T H.273: primaries, transfer characteristics, matrix coefficients. Nil for BT.709, and
  /// where nothing of it is set.
  public var color: [Int]?
  /// VIDEO-RANGE: `SDR`, `PQ` or `HLG`. Nil where no rendition of the stream is known to be HDR.
  public var videoRange: String?
  /// Keys that are not set and that the codec string depends on: `profile`, `level`.
  public var assumed: [String]
  /// Targets of video and audio together, without the container.
  public var average: Bitrate?
  /// The same with the maximum of the video, which applies on average over the buffer. Nil without one.
  public var peak: Bitrate?
  /// With the HLS container: AVERAGE-BANDWIDTH.
  public var hlsAverage: Bitrate?
  /// The upper bound of an HLS segment, container included: T seconds hold maximum × T + buffer bits at most. Nil where no
  /// maximum is set, or enforced.
  public var hlsPeak: Bitrate?
  /// Of the video alone, with the DASH container: the upper bound of a segment, or the average where there is none.
  public var dashBandwidth: Bitrate?
  /// The actual segment durations, for HLS and for DASH; nil when the keyframe interval is not known.
  public var hlsSegments: InspectedSegments?
  /// Nil where the stream has no DASH.
  public var dashSegments: InspectedSegments?
  /// The index of its audio track in ``PreviewedStream/sounds``.
  public var sound: Int?

  /// Both codecs, as listed in CODECS. Nil when the video codec is not known.
  public var codecs: String? {
    let all = [videoCodec, audioCodec].compactMap { $0 }
    return all.isEmpty || (hasVideo && videoCodec == nil) ? nil : all.joined(separator: ",")
  }

  /// BANDWIDTH: the upper bound of a segment. Of video without one an estimate, 1.5 times the average; of audio alone the average. Nil where
  /// no rate is known.
  public var hlsBandwidth: Bitrate? {
    if let hlsPeak { return hlsPeak }
    guard hasVideo, let average = hlsAverage?.bitsPerSecond else { return hlsAverage }
    let (more, overflow) = average.addingReportingOverflow(average / 2)
    return overflow ? nil : Bitrate(bitsPerSecond: more)
  }
}
