/// One row of Rec. ITU-T H.264, Table A-1. Bitrate and buffer are for a factor of 1000; the profile scales them.
package struct H264Level: Sendable, Hashable {
  /// As specs write it: `3.1`, `4.0`, `1b`.
  package let name: String
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

  private init(_ name: String, _ macroblockRate: Int, _ frameSize: Int, _ pictureBuffer: Int, _ bitrate: Int, _ codedBuffer: Int) {
    self.name = name
    self.macroblockRate = macroblockRate
    self.frameSize = frameSize
    self.pictureBuffer = pictureBuffer
    self.bitrate = bitrate
    self.codedBuffer = codedBuffer
  }

  /// Lowest first. 1b stands between 1 and 1.1, as its limits do.
  package static let all = [
    H264Level("1.0", 1485, 99, 396, 64, 175),
    H264Level("1b", 1485, 99, 396, 128, 350),
    H264Level("1.1", 3000, 396, 900, 192, 500),
    H264Level("1.2", 6000, 396, 2376, 384, 1000),
    H264Level("1.3", 11880, 396, 2376, 768, 2000),
    H264Level("2.0", 11880, 396, 2376, 2000, 2000),
    H264Level("2.1", 19800, 792, 4752, 4000, 4000),
    H264Level("2.2", 20250, 1620, 8100, 4000, 4000),
    H264Level("3.0", 40500, 1620, 8100, 10000, 10000),
    H264Level("3.1", 108_000, 3600, 18000, 14000, 14000),
    H264Level("3.2", 216_000, 5120, 20480, 20000, 20000),
    H264Level("4.0", 245_760, 8192, 32768, 20000, 25000),
    H264Level("4.1", 245_760, 8192, 32768, 50000, 62500),
    H264Level("4.2", 522_240, 8704, 34816, 50000, 62500),
    H264Level("5.0", 589_824, 22080, 110_400, 135_000, 135_000),
    H264Level("5.1", 983_040, 36864, 184_320, 240_000, 240_000),
    H264Level("5.2", 2_073_600, 36864, 184_320, 240_000, 240_000),
    H264Level("6.0", 4_177_920, 139_264, 696_320, 240_000, 240_000),
    H264Level("6.1", 8_355_840, 139_264, 696_320, 480_000, 480_000),
    H264Level("6.2", 16_711_680, 139_264, 696_320, 800_000, 800_000),
  ]

  package static func named(_ name: String) -> H264Level? { all.first { $0.name == name } }

  /// Its place in the table, from 0.
  package var rank: Int { Self.all.firstIndex(of: self) ?? 0 }

  /// The lowest level that takes the load; nil when none does.
  package static func lowest(for load: H264Load) -> H264Level? { all.first { !$0.isExceeded(by: load) } }

  /// The longest side, in macroblocks: ⌊√(8 × MaxFS)⌋ (A.3.1, items f and g).
  package var longestSide: Int {
    var side = 0
    while (side + 1) * (side + 1) <= 8 * frameSize { side += 1 }
    return side
  }

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

  package func isExceeded(by load: H264Load) -> Bool {
    load.macroblocks > frameSize || exceedsSide(load) || exceedsRate(load) || load.pictures * load.macroblocks > pictureBuffer
      || load.bitrate.map { $0 > bitrateLimit(load.profile) } ?? false
      || load.buffer.map { $0 > bufferLimit(load.profile) } ?? false
  }

  private func exceedsSide(_ load: H264Load) -> Bool {
    let side = Swift.max(load.widthInMacroblocks, load.heightInMacroblocks)
    return side * side > 8 * frameSize
  }

  private func exceedsRate(_ load: H264Load) -> Bool {
    guard let fps = load.fps, let most = Rational(Int64(macroblockRate), Int64(load.macroblocks)) else { return false }
    return fps.value > most
  }

  /// Every limit that the load exceeds, in words: "1920x1080 is 8160 macroblocks a frame, of 3600".
  package func excesses(of load: H264Load) -> [String] {
    var found: [String] = []
    let size = load.resolution.text
    if load.macroblocks > frameSize {
      found.append("a frame of \(size) has \(load.macroblocks) macroblocks, and the level allows \(frameSize)")
    } else if exceedsSide(load) {
      let side = Swift.max(load.widthInMacroblocks, load.heightInMacroblocks)
      found.append("\(size) is \(side) macroblocks long, and the level allows \(longestSide)")
    }
    if exceedsRate(load), let fps = load.fps, let rate = Rational(load.macroblocks).times(fps.value) {
      found.append("\(size) at \(fps.text) fps is \(rate.roundedText) macroblocks a second, and the level allows \(macroblockRate)")
    }
    if load.pictures * load.macroblocks > pictureBuffer, load.macroblocks <= frameSize {
      found.append("\(load.pictures) decoded pictures of \(size) are kept, and the level has room for \(pictureBuffer / load.macroblocks)")
    }
    if let bitrate = load.bitrate, bitrate > bitrateLimit(load.profile) {
      found.append("\(bitrate.prose) is above the \(bitrateLimit(load.profile).prose) that the level allows\(load.inProfile)")
    }
    if let buffer = load.buffer, buffer > bufferLimit(load.profile) {
      found.append("a buffer of \(buffer.prose) is above the \(bufferLimit(load.profile).prose) that the level allows\(load.inProfile)")
    }
    return found
  }
}

/// What an H.264 stream asks of a decoder.
package struct H264Load: Sendable, Hashable {
  package var resolution: Resolution
  package var fps: FrameRate?
  package var profile: VideoProfile?
  /// The most that passes: the maximum where one is set, else the target.
  package var bitrate: Bitrate?
  package var buffer: BufferSize?
  /// Frames in the decoded picture buffer.
  package var pictures: Int

  package init(
    _ resolution: Resolution, fps: FrameRate?, profile: VideoProfile?, bitrate: Bitrate?, buffer: BufferSize?, refFrames: Int,
    bframes: Int
  ) {
    self.resolution = resolution
    self.fps = fps
    self.profile = profile
    self.bitrate = bitrate
    self.buffer = buffer
    pictures = Self.pictures(refFrames: refFrames, bframes: profile == .baseline ? 0 : bframes)
  }

  /// What x264 keeps: with two or more B-frames it builds a pyramid, which needs four; B-frames are shown later than they
  /// are decoded, so that one (two in a pyramid) waits beside the one being shown.
  package static func pictures(refFrames: Int, bframes: Int) -> Int {
    let isPyramid = bframes > 1
    let reorder = isPyramid ? 2 : Swift.min(bframes, 1)
    return Swift.min(16, Swift.max(refFrames, 1 + reorder, isPyramid ? 4 : 1))
  }

  package var widthInMacroblocks: Int { (resolution.width + 15) / 16 }
  package var heightInMacroblocks: Int { (resolution.height + 15) / 16 }
  package var macroblocks: Int { widthInMacroblocks * heightInMacroblocks }

  var inProfile: String { profile.map { " in the \($0.rawValue) profile" } ?? "" }
}
