/// One row of the AV1 bitstream specification, A.3. Levels that the specification numbers without limits are omitted.
///
/// Frames that are decoded and not shown count towards a second limit, MaxDecodeRate. How many there are is the encoder's
/// choice; every level decodes more than it shows, so that what is shown decides as long as nothing else is known. Every
/// stream keeps eight pictures, and no level limits a buffer.
package struct AV1Level: CodecLevel {
  package let name: String
  package let rank: Int
  /// MaxPicSize: luma samples in a frame.
  package let frameSize: Int
  /// MaxHSize and MaxVSize, in samples.
  package let width: Int
  package let height: Int
  /// MaxDisplayRate and MaxDecodeRate: luma samples per second.
  package let displayRate: Int
  package let decodeRate: Int
  /// MainMbps and HighMbps, in kbit/s, for the profile `main`; no High tier below level 4.
  package let bitrate: Int
  package let highTier: Int?

  private init(_ row: (String, Int, Int, Int, Int, Int, Int, Int?), rank: Int) {
    (name, frameSize, width, height, displayRate, decodeRate, bitrate, highTier) = row
    self.rank = rank
  }

  /// Lowest first.
  package static let all: [AV1Level] = [
    ("2.0", 147_456, 2048, 1152, 4_423_680, 5_529_600, 1500, nil),
    ("2.1", 278_784, 2816, 1584, 8_363_520, 10_454_400, 3000, nil),
    ("3.0", 665_856, 4352, 2448, 19_975_680, 24_969_600, 6000, nil),
    ("3.1", 1_065_024, 5504, 3096, 31_950_720, 39_938_400, 10000, nil),
    ("4.0", 2_359_296, 6144, 3456, 70_778_880, 77_856_768, 12000, 30000),
    ("4.1", 2_359_296, 6144, 3456, 141_557_760, 155_713_536, 20000, 50000),
    ("5.0", 8_912_896, 8192, 4352, 267_386_880, 273_715_200, 30000, 100_000),
    ("5.1", 8_912_896, 8192, 4352, 534_773_760, 547_430_400, 40000, 160_000),
    ("5.2", 8_912_896, 8192, 4352, 1_069_547_520, 1_094_860_800, 60000, 240_000),
    ("5.3", 8_912_896, 8192, 4352, 1_069_547_520, 1_176_502_272, 60000, 240_000),
    ("6.0", 35_651_584, 16384, 8704, 1_069_547_520, 1_176_502_272, 60000, 240_000),
    ("6.1", 35_651_584, 16384, 8704, 2_139_095_040, 2_189_721_600, 100_000, 480_000),
    ("6.2", 35_651_584, 16384, 8704, 4_278_190_080, 4_379_443_200, 160_000, 800_000),
    ("6.3", 35_651_584, 16384, 8704, 4_278_190_080, 4_706_009_088, 160_000, 800_000),
  ].enumerated().map { AV1Level($1, rank: $0) }

  /// BitrateProfileFactor (A.3): 1 for Main, 2 for High. Without a profile it is Main, which encoders use for 4:2:0.
  package func bitrateLimit(_ tier: LevelTier, _ profile: VideoProfile?) -> Bitrate {
    Bitrate(kilobits: Int64(tier == .high ? highTier ?? bitrate : bitrate) * (profile == .high ? 2 : 1))
  }

  var hasHighTier: Bool { highTier != nil }

  func exceeds(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> Bool {
    switch limit {
    case .frameSize: return load.resolution.pixels > frameSize
    case .side: return load.resolution.width > width || load.resolution.height > height
    case .rate:
      guard let fps = load.fps, let most = Rational(Int64(displayRate), Int64(load.resolution.pixels)) else { return false }
      return fps.value > most
    case .bitrate: return load.bitrate.map { $0 > bitrateLimit(tier, load.profile) } ?? false
    case .pictures, .buffer: return false
    }
  }

  func comparison(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> String {
    let size = load.resolution.text
    switch limit {
    case .frameSize: return "a \(size) frame has \(load.resolution.pixels) luma samples, the level allows \(frameSize)"
    case .side: return "\(size) exceeds the \(width)x\(height) that the level allows"
    case .rate:
      let rate = load.fps.flatMap { Rational(load.resolution.pixels).times($0.value)?.roundedText } ?? "more than 64 bits of"
      return "\(size) at \(load.fps?.text ?? "?") fps is \(rate) luma samples per second, the level allows \(displayRate)"
    case .bitrate:
      let allowed = bitrateLimit(tier, load.profile).prose
      return "\(load.bitrate?.prose ?? "it") exceeds the \(allowed) that the level allows\(highTier == nil ? "" : " in \(tier.text)")"
    case .pictures, .buffer: return "no limit"
    }
  }

  func room(for load: VideoLoad) -> Int { 8 }
}
