/// One row of Rec. ITU-T H.264, Table A-1. Bitrate and buffer are for a factor of 1000; the profile scales them.
package struct H264Level: CodecLevel {
  package let name: String
  package let rank: Int
  /// MaxMBPS: macroblocks per second.
  package let macroblockRate: Int
  /// MaxFS: macroblocks in a frame.
  package let frameSize: Int
  /// MaxDpbMbs: macroblocks in the decoded picture buffer.
  package let pictureBuffer: Int
  /// MaxBR, in kbit/s.
  package let bitrate: Int
  /// MaxCPB, in kbit.
  package let codedBuffer: Int

  private init(_ row: (String, Int, Int, Int, Int, Int), rank: Int) {
    (name, macroblockRate, frameSize, pictureBuffer, bitrate, codedBuffer) = row
    self.rank = rank
  }

  /// Lowest first. 1b is between 1 and 1.1, as are its limits.
  package static let all: [H264Level] = [
    ("1.0", 1485, 99, 396, 64, 175),
    ("1b", 1485, 99, 396, 128, 350),
    ("1.1", 3000, 396, 900, 192, 500),
    ("1.2", 6000, 396, 2376, 384, 1000),
    ("1.3", 11880, 396, 2376, 768, 2000),
    ("2.0", 11880, 396, 2376, 2000, 2000),
    ("2.1", 19800, 792, 4752, 4000, 4000),
    ("2.2", 20250, 1620, 8100, 4000, 4000),
    ("3.0", 40500, 1620, 8100, 10000, 10000),
    ("3.1", 108_000, 3600, 18000, 14000, 14000),
    ("3.2", 216_000, 5120, 20480, 20000, 20000),
    ("4.0", 245_760, 8192, 32768, 20000, 25000),
    ("4.1", 245_760, 8192, 32768, 50000, 62500),
    ("4.2", 522_240, 8704, 34816, 50000, 62500),
    ("5.0", 589_824, 22080, 110_400, 135_000, 135_000),
    ("5.1", 983_040, 36864, 184_320, 240_000, 240_000),
    ("5.2", 2_073_600, 36864, 184_320, 240_000, 240_000),
    ("6.0", 4_177_920, 139_264, 696_320, 240_000, 240_000),
    ("6.1", 8_355_840, 139_264, 696_320, 480_000, 480_000),
    ("6.2", 16_711_680, 139_264, 696_320, 800_000, 800_000),
  ].enumerated().map { H264Level($1, rank: $0) }

  /// The longest side, in macroblocks: ⌊√(8 × MaxFS)⌋ (A.3.1, items f and g).
  package var longestSide: Int { longestSide(of: frameSize) }

  package func bitrateLimit(_ profile: VideoProfile?) -> Bitrate {
    Bitrate(bitsPerSecond: Int64(bitrate * Self.factor(profile)))
  }

  package func bufferLimit(_ profile: VideoProfile?) -> BufferSize {
    BufferSize(bits: Int64(codedBuffer * Self.factor(profile)))
  }

  /// cpbBrVclFactor (Table A-2). A profile that is not known gets the larger of the common ones, so that nothing is
  /// found that might not be there.
  private static func factor(_ profile: VideoProfile?) -> Int {
    switch profile {
    case .baseline, .main: 1000
    case .high10: 3000
    case .high, .main10, nil: 1250
    }
  }

  /// What x264 keeps: with two or more B-frames it builds a pyramid, which needs four; B-frames are shown later than they
  /// are decoded, so that one (two in a pyramid) waits beside the one being shown.
  package static func pictures(of load: VideoLoad) -> Int {
    if load.isIntraOnly { return 0 }
    return Swift.min(16, Swift.max(load.refFrames, 1 + load.reordered, load.bframes > 1 ? 4 : 1))
  }

  func exceeds(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> Bool {
    switch limit {
    case .frameSize: return load.macroblocks > frameSize
    case .side: return load.sideInMacroblocks * load.sideInMacroblocks > 8 * frameSize
    case .rate:
      guard let fps = load.fps, let most = Rational(Int64(macroblockRate), Int64(load.macroblocks)) else { return false }
      return fps.value > most
    case .pictures: return Self.pictures(of: load) * load.macroblocks > pictureBuffer
    case .bitrate: return load.bitrate.map { $0 > bitrateLimit(load.profile) } ?? false
    case .buffer: return load.buffer.map { $0 > bufferLimit(load.profile) } ?? false
    }
  }

  func comparison(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> String {
    let size = load.resolution.text
    switch limit {
    case .frameSize: return "a \(size) frame has \(load.macroblocks) macroblocks, the level allows \(frameSize)"
    case .side: return "a side of \(size) has \(load.sideInMacroblocks) macroblocks, the level allows \(longestSide)"
    case .rate:
      let rate = load.fps.flatMap { Rational(load.macroblocks).times($0.value)?.roundedText } ?? "more than 64 bits of"
      return "\(size) at \(load.fps?.text ?? "?") fps is \(rate) macroblocks per second, the level allows \(macroblockRate)"
    case .pictures:
      return "\(Self.pictures(of: load)) decoded \(size) pictures are buffered, the level allows \(room(for: load))"
    case .bitrate:
      return "\(load.bitrate?.prose ?? "it") exceeds the \(bitrateLimit(load.profile).prose) that the level allows\(load.inProfile)"
    case .buffer:
      return
        "a buffer of \(load.buffer?.prose ?? "this size") exceeds the \(bufferLimit(load.profile).prose) that the level allows\(load.inProfile)"
    }
  }

  var hasHighTier: Bool { false }

  /// MaxDpbFrames (A.3.1, item h).
  func room(for load: VideoLoad) -> Int { Swift.min(16, pictureBuffer / load.macroblocks) }
}

extension CodecLevel {
  /// ⌊√(8 × area)⌋: how H.264 and HEVC limit the sides.
  func longestSide(of area: Int) -> Int {
    var low = 0
    var high = 1 << 16
    while low + 1 < high {
      let middle = (low + high) / 2
      if middle * middle <= 8 * area { low = middle } else { high = middle }
    }
    return low
  }
}

extension VideoLoad {
  fileprivate var widthInMacroblocks: Int { (resolution.width + 15) / 16 }
  fileprivate var heightInMacroblocks: Int { (resolution.height + 15) / 16 }
  fileprivate var macroblocks: Int { widthInMacroblocks * heightInMacroblocks }
  fileprivate var sideInMacroblocks: Int { Swift.max(widthInMacroblocks, heightInMacroblocks) }
}
