/// One row of Rec. ITU-T H.265, Tables A.8 and A.9, for the profiles Main and Main 10 (factor 1000).
package struct HEVCLevel: CodecLevel {
  package let name: String
  package let rank: Int
  /// MaxLumaPs: luma samples in a picture.
  package let frameSize: Int
  /// MaxLumaSr: luma samples per second.
  package let sampleRate: Int
  /// MaxBR of the Main tier, in kbit/s.
  package let bitrate: Int
  /// MaxCPB of the Main tier, in kbit.
  package let codedBuffer: Int
  /// MaxBR and MaxCPB of the High tier, in kbit/s and kbit; nil below level 4, which has no High tier.
  package let highTier: Int?

  private init(_ row: (String, Int, Int, Int, Int, Int?), rank: Int) {
    (name, frameSize, sampleRate, bitrate, codedBuffer, highTier) = row
    self.rank = rank
  }

  /// Lowest first.
  package static let all: [HEVCLevel] = [
    ("1.0", 36864, 552_960, 128, 350, nil),
    ("2.0", 122_880, 3_686_400, 1500, 1500, nil),
    ("2.1", 245_760, 7_372_800, 3000, 3000, nil),
    ("3.0", 552_960, 16_588_800, 6000, 6000, nil),
    ("3.1", 983_040, 33_177_600, 10000, 10000, nil),
    ("4.0", 2_228_224, 66_846_720, 12000, 12000, 30000),
    ("4.1", 2_228_224, 133_693_440, 20000, 20000, 50000),
    ("5.0", 8_912_896, 267_386_880, 25000, 25000, 100_000),
    ("5.1", 8_912_896, 534_773_760, 40000, 40000, 160_000),
    ("5.2", 8_912_896, 1_069_547_520, 60000, 60000, 240_000),
    ("6.0", 35_651_584, 1_069_547_520, 60000, 60000, 240_000),
    ("6.1", 35_651_584, 2_139_095_040, 120_000, 120_000, 480_000),
    ("6.2", 35_651_584, 4_278_190_080, 240_000, 240_000, 800_000),
  ].enumerated().map { HEVCLevel($1, rank: $0) }

  package func bitrateLimit(_ tier: LevelTier) -> Bitrate { Bitrate(kilobits: Int64(tier == .high ? highTier ?? bitrate : bitrate)) }

  package func bufferLimit(_ tier: LevelTier) -> BufferSize {
    BufferSize(bits: Int64(tier == .high ? highTier ?? codedBuffer : codedBuffer) * 1000)
  }

  /// What x265 keeps: its references, or what reordering needs, and the picture that is being decoded.
  package static func pictures(of load: VideoLoad) -> Int {
    Swift.min(16, Swift.max(load.refFrames, load.reordered + 2) + 1)
  }

  var hasHighTier: Bool { highTier != nil }

  func exceeds(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> Bool {
    switch limit {
    case .frameSize: return load.codedSamples > frameSize
    case .side: return load.codedSide * load.codedSide > 8 * frameSize
    case .rate:
      guard let fps = load.fps, let most = Rational(Int64(sampleRate), Int64(load.codedSamples)) else { return false }
      return fps.value > most
    case .pictures: return Self.pictures(of: load) > room(for: load)
    case .bitrate: return load.bitrate.map { $0 > bitrateLimit(tier) } ?? false
    case .buffer: return load.buffer.map { $0 > bufferLimit(tier) } ?? false
    }
  }

  func comparison(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> String {
    let size = load.resolution.text
    switch limit {
    case .frameSize: return "a \(size) frame has \(load.codedSamples) luma samples\(load.asCoded), the level allows \(frameSize)"
    case .side: return "a side of \(size) has \(load.codedSide) samples, the level allows \(longestSide(of: frameSize))"
    case .rate:
      let rate = load.fps.flatMap { Rational(load.codedSamples).times($0.value)?.roundedText } ?? "more than 64 bits of"
      return "\(size) at \(load.fps?.text ?? "?") fps is \(rate) luma samples per second\(load.asCoded), the level allows \(sampleRate)"
    case .pictures:
      return "\(Self.pictures(of: load)) decoded \(size) pictures are buffered, the level allows \(room(for: load))"
    case .bitrate: return "\(load.bitrate?.prose ?? "it") exceeds the \(bitrateLimit(tier).prose) that the level allows\(inTier(tier))"
    case .buffer:
      return "a buffer of \(load.buffer?.prose ?? "this size") exceeds the \(bufferLimit(tier).prose) that the level allows\(inTier(tier))"
    }
  }

  private func inTier(_ tier: LevelTier) -> String { highTier == nil ? "" : " in \(tier.text)" }

  /// MaxDpbSize (A.4.2): six pictures of the largest size, more of smaller ones.
  func room(for load: VideoLoad) -> Int {
    let samples = load.codedSamples
    if samples * 4 <= frameSize { return 16 }
    if samples * 2 <= frameSize { return 12 }
    if samples * 4 <= frameSize * 3 { return 8 }
    return 6
  }
}

extension VideoLoad {
  fileprivate var codedWidth: Int { (resolution.width + codingUnit - 1) / codingUnit * codingUnit }
  fileprivate var codedHeight: Int { (resolution.height + codingUnit - 1) / codingUnit * codingUnit }
  fileprivate var codedSamples: Int { codedWidth * codedHeight }
  fileprivate var codedSide: Int { Swift.max(codedWidth, codedHeight) }

  fileprivate var asCoded: String {
    codedSamples == resolution.pixels ? "" : " (coded as \(codedWidth)x\(codedHeight))"
  }
}
