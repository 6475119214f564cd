/// What viewers get of every stream in a text: variants, rates, totals. Worked out from the spec and from nothing else.
///
/// `preview(_:for:loader:)` makes it, and the writers of `RungOutput` take it.
public struct LadderPreview: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public var streams: [PreviewedStream]

  public init(streams: [PreviewedStream]) {
    self.streams = streams
  }
}

public struct PreviewedStream: Sendable {
  /// Its `name`, when it has one.
  public var name: String?
  /// `media: audio`: the renditions have sound only.
  public var isAudio: Bool
  /// In the order of the ladder, which is that of the playlist. Empty when the spec has no ladder.
  public var variants: [PreviewedVariant]
  /// Sounds that differ from each other, in the order of the ladder: what DASH has once.
  public var sounds: [PreviewedSound]
  public var hls: PreviewedOutput
  public var dash: PreviewedOutput
  /// Who writes the playlist, and how it comes by BANDWIDTH.
  public var packager: PreviewedPackager
  /// `packaging.dash.window`.
  public var window: Seconds?
  /// `packaging.dash.min_buffer`.
  public var minBuffer: Seconds?
  public var totals: PreviewedTotals
}

/// A rendition as a playlist has it. What the spec does not say, and what does not follow from it, is nil.
public struct PreviewedVariant: Sendable {
  public var name: String?
  /// What it is called in URLs and ids: the name where it is plain, else its number. Unique in the stream.
  public var id: String
  public var resolution: Resolution?
  public var fps: FrameRate?
  /// As RFC 6381 has it: `avc1.4d4028`.
  public var videoCodec: String?
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
  public var dashSegments: InspectedSegments?
  /// The index of its sound among ``PreviewedStream/sounds``.
  public var sound: Int?

  /// Both codecs, as CODECS lists them. Nil when the one of the pictures is not known.
  public var codecs: String? {
    let all = [videoCodec, audioCodec].compactMap { $0 }
    return all.isEmpty || (resolution != nil && videoCodec == nil) ? nil : all.joined(separator: ",")
  }
}

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

/// Whose rule BANDWIDTH follows in the playlist that players get.
public enum PreviewedPackager: Sendable, Hashable {
  /// Not known: packagers write the peak that they measured.
  case any
  /// FFmpeg 5.1 writes 1.1 times the sum of the targets, FFmpeg 8.1 the peak that it measured.
  case ffmpeg
}

/// One of the two outputs.
public struct PreviewedOutput: Sendable {
  /// Whether `packaging` asks for it. A provider may package what the spec does not ask for.
  public var isAsked: Bool
  /// `mpegts` or `fmp4`; fMP4 where nothing is stated.
  public var format: String
  /// As asked for; six seconds in whole GOPs where nothing is.
  public var segment: Seconds
  /// Whether every rendition is cut at the same times. True where that is not known.
  public var isAligned: Bool
}

/// Sums over a stream, in bits a second and bytes. Exact; nil when a bitrate that counts is not stated.
public struct PreviewedTotals: Sendable {
  /// What the encoder sends.
  public var ingest: Bitrate?
  /// Whether the encoder sends the ladder itself.
  public var isPassthrough: Bool
  /// What a viewer of the lowest and of the highest rendition gets on average, container included.
  public var lowest: Bitrate?
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

/// A number of bytes, exact: bits divide by eight into fractions.
public struct ByteCount: Sendable, Hashable {
  public let bytes: Rational

  /// Nil beyond 64 bits.
  package init?(_ rate: Bitrate, over time: Seconds) {
    guard let bits = Rational(rate.bitsPerSecond, 8), let bytes = bits.times(time.value) else { return nil }
    self.bytes = bytes
  }

  /// Whole bytes, rounded up.
  public var whole: Int? { bytes.roundedUp }

  /// `7.06 GB (6.575 GiB)`: 10⁹ and 2³⁰ bytes, at most three decimals.
  public var text: String {
    func count(_ unit: Int64) -> String? { Rational(unit, 1).flatMap { bytes.divided(by: $0) }?.roundedText }
    guard let decimal = count(1_000_000_000), let binary = count(1 << 30) else { return "\(bytes.text) bytes" }
    return "\(decimal) GB (\(binary) GiB)"
  }
}
