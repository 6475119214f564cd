/// One row of the levels that the WebM project defines for VP9. One profile that specs can name none of: 8 bits, 4:2:0.
package struct VP9Level: CodecLevel {
  package let name: String
  package let rank: Int
  /// Luma samples per second.
  package let sampleRate: Int
  /// Luma samples in a frame.
  package let frameSize: Int
  /// The longer side, in samples.
  package let longestSide: Int
  /// In kbit/s.
  package let bitrate: Int
  /// Coded picture buffer, in kbit.
  package let codedBuffer: Int
  /// Reference frames.
  package let references: Int

  private init(_ row: (String, Int, Int, Int, Int, Int, Int), rank: Int) {
    (name, sampleRate, frameSize, longestSide, bitrate, codedBuffer, references) = row
    self.rank = rank
  }

  /// Lowest first.
  package static let all: [VP9Level] = [
    ("1.0", 829_440, 36864, 512, 200, 400, 8),
    ("1.1", 2_764_800, 73728, 768, 800, 1000, 8),
    ("2.0", 4_608_000, 122_880, 960, 1800, 1500, 8),
    ("2.1", 9_216_000, 245_760, 1344, 3600, 2800, 8),
    ("3.0", 20_736_000, 552_960, 2048, 7200, 6000, 8),
    ("3.1", 36_864_000, 983_040, 2752, 12000, 10000, 8),
    ("4.0", 83_558_400, 2_228_224, 4160, 18000, 16000, 8),
    ("4.1", 160_432_128, 2_228_224, 4160, 30000, 18000, 6),
    ("5.0", 311_951_360, 8_912_896, 8384, 60000, 36000, 4),
    ("5.1", 588_251_136, 8_912_896, 8384, 120_000, 46000, 4),
    ("5.2", 1_176_502_272, 8_912_896, 8384, 180_000, 90000, 4),
    ("6.0", 1_176_502_272, 35_651_584, 16832, 180_000, 90000, 4),
    ("6.1", 2_353_004_544, 35_651_584, 16832, 240_000, 180_000, 4),
    ("6.2", 4_706_009_088, 35_651_584, 16832, 480_000, 360_000, 4),
  ].enumerated().map { VP9Level($1, rank: $0) }

  package var bitrateLimit: Bitrate { Bitrate(kilobits: Int64(bitrate)) }
  package var bufferLimit: BufferSize { BufferSize(bits: Int64(codedBuffer) * 1000) }

  var hasHighTier: Bool { false }

  func exceeds(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> Bool {
    switch limit {
    case .frameSize: return load.resolution.pixels > frameSize
    case .side: return Swift.max(load.resolution.width, load.resolution.height) > longestSide
    case .rate:
      guard let fps = load.fps, let most = Rational(Int64(sampleRate), Int64(load.resolution.pixels)) else { return false }
      return fps.value > most
    case .bitrate: return load.bitrate.map { $0 > bitrateLimit } ?? false
    case .buffer: return load.buffer.map { $0 > bufferLimit } ?? false
    // How many of its references a stream uses is the encoder's choice.
    case .pictures: return false
    }
  }

  func comparison(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> String {
    let size = load.resolution.text
    switch limit {
    case .frameSize: return "a \(size) frame has \(load.resolution.pixels) luma samples, the level allows \(frameSize)"
    case .side: return "\(size) exceeds the \(longestSide) samples that the level allows on a side"
    case .rate:
      let rate = load.fps.flatMap { Rational(load.resolution.pixels).times($0.value)?.roundedText } ?? "more than 64 bits of"
      return "\(size) at \(load.fps?.text ?? "?") fps is \(rate) luma samples per second, the level allows \(sampleRate)"
    case .bitrate: return "\(load.bitrate?.prose ?? "it") exceeds the \(bitrateLimit.prose) that the level allows"
    case .buffer: return "a buffer of \(load.buffer?.prose ?? "this size") exceeds the \(bufferLimit.prose) that the level allows"
    case .pictures: return "no limit"
    }
  }

  func room(for load: VideoLoad) -> Int { references }
}
