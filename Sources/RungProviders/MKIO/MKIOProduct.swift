internal import RungSource
internal import RungSpec

/// One kind of live event, as MK.IO documents it.
struct MKIOProduct: Sendable {
  struct Rung: Sendable {
    let resolution: Resolution
    let bitrate: Bitrate
  }

  /// The ladder that an encoding type produces.
  struct Preset: Sendable {
    /// `presetName`.
    let name: String
    let rungs: [Rung]
    /// At most; a source with fewer frames keeps its frame rate.
    let frameRate: FrameRate
    /// Stereo, as in the service that the API follows; MK.IO's own pages do not say.
    static let channels = 2
    let audioBitrate: Bitrate
    let sampleRate: SampleRate
    let citation: Citation
  }

  let type: MKIOEncodingType
  var ingestBitrate: Limit<Bitrate> = .unpublished
  /// Of each pushed stream.
  var layerBitrate: Limit<Bitrate> = .unpublished
  let archive: Limit<ClosedRange<Seconds>>
  let pushProtocols: [IngestProtocol]
  let keyframeInterval: Limit<ClosedRange<Seconds>>
  /// What an encoding type accepts.
  var inputSize: Limit<Resolution> = .unpublished
  var inputFrameRate: Limit<FrameRate> = .unpublished
  var inputBitrate: Limit<Bitrate> = .unpublished
  /// Nil for passthrough.
  var preset: Preset?

  var topHeight: Int? { preset?.rungs.map(\.resolution.height).max() }

  static var all: [MKIOProduct] { MKIOEncodingType.allCases.map(of) }

  static func of(_ type: MKIOEncodingType) -> MKIOProduct {
    switch type {
    case .passthroughBasic: passthroughBasic
    case .passthroughStandard: passthroughStandard
    case .standard: standard
    case .premium1080p: premium1080p
    }
  }

  // The guide's table is the newest text that splits the archive by type. The changelog of 2026-05-19 and the page on
  // extended archives say up to 7 days, without a split; the table rules, findings name the other statement, and an
  // account that has 7 days says so under `limits`.
  private static func archive(upTo hours: Int) -> Limit<ClosedRange<Seconds>> {
    .published(Seconds(60)...Seconds.hours(hours), MKIO.Source.guide("Maximum archive"))
  }

  // Of the input's own interval MK.IO publishes no range; the service that its API follows has one.
  private static let sentKeyframes: Limit<ClosedRange<Seconds>> = .published(
    halfSecond...Seconds(20), MKIO.Source.ams("live event outputs, keyFrameIntervalDuration"))
  private static let madeKeyframes: Limit<ClosedRange<Seconds>> = .published(
    Seconds(1)...Seconds(10), MKIO.Source.reference("LiveEventEncoding.keyFrameInterval, between 1 and 10 seconds"))
  private static let halfSecond = Seconds(Rational(1, 2) ?? .zero)

  private static let passthroughBasic = MKIOProduct(
    type: .passthroughBasic,
    ingestBitrate: .published(Bitrate(kilobits: 5000), MKIO.Source.guide("Ingest cap")),
    layerBitrate: .published(Bitrate(kilobits: 4000), MKIO.Source.ams("live event types comparison, passthrough basic")),
    archive: archive(upTo: 8), pushProtocols: [.rtmp, .rtmps], keyframeInterval: sentKeyframes)

  private static let passthroughStandard = MKIOProduct(
    type: .passthroughStandard,
    ingestBitrate: .published(Bitrate(kilobits: 60000), MKIO.Source.guide("Ingest cap")),
    layerBitrate: .published(Bitrate(kilobits: 20000), MKIO.Source.ams("live event types comparison, passthrough standard")),
    archive: archive(upTo: 25), pushProtocols: [.rtmp, .rtmps], keyframeInterval: sentKeyframes)

  private static let standard = encoding(
    .standard, "Default720p",
    [(340, 192, 200), (384, 216, 550), (512, 288, 850), (704, 396, 1350), (960, 540, 2200), (1280, 720, 3500)])

  private static let premium1080p = encoding(
    .premium1080p, "Default1080p",
    [(320, 180, 200), (480, 270, 400), (640, 360, 800), (960, 540, 1600), (1280, 720, 3000), (1920, 1080, 5500)])

  private static func encoding(_ type: MKIOEncodingType, _ preset: String, _ rungs: [(Int, Int, Int64)]) -> MKIOProduct {
    let types = MKIO.Source.ams("live event types comparison, live encoding")
    return MKIOProduct(
      type: type, archive: archive(upTo: 25), pushProtocols: [.rtmp, .rtmps, .srt], keyframeInterval: madeKeyframes,
      // Another page of the same service says 30 fps, its error table 36; the table of types is the most exact.
      inputSize: .published(Resolution(width: 1920, height: 1088), types),
      inputFrameRate: .published(FrameRate(60), types),
      inputBitrate: .published(Bitrate(kilobits: 20000), types),
      preset: Preset(
        name: preset,
        rungs: rungs.map { Rung(resolution: Resolution(width: $0.0, height: $0.1), bitrate: Bitrate(kilobits: $0.2)) },
        // An older page of MK.IO said 60 fps for 1080p; every newer one, and each table of rungs, says 30.
        frameRate: FrameRate(30),
        // 128 kbps in the service that the API follows; MK.IO's own page says 96.
        audioBitrate: Bitrate(kilobits: 96), sampleRate: SampleRate(hertz: 48000),
        citation: MKIO.Source.concept("live event types, \(preset)")))
  }
}

extension Fit<MKIO> {
  /// The settings of another type: `encoding_type`, and an override where `encoding` names the other mode.
  func setting(_ type: MKIOEncodingType) -> Message {
    let disagrees = stream.written("encoding") != nil && stream.encoding.value != type.mode
    guard disagrees else { return "\(.mkio("encoding_type"), type.rawValue)" }
    return "\(.mkio("encoding_type"), type.rawValue) and \(.mkio("overrides"), "{encoding: \(type.mode.rawValue)}") under this target"
  }
}
