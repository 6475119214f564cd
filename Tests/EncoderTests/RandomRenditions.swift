import RungSpec

/// The same renditions on every machine and in every run.
struct RandomRenditions {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  mutating func one<Element>(of choices: [Element]) -> Element { choices[below(choices.count)] }

  /// The sizes of ladders, turned ones, and those that meet the rule for sides; every third is any size at all.
  mutating func size(most: Int = 4096) -> Resolution {
    if below(3) == 0 {
      let width = 64 + 2 * below((most - 64) / 2)
      // Most renditions are small, and so are the encodes.
      let height = 64 + 2 * below(Swift.min(2304, 4_000_000 / width) / 2)
      return below(4) == 0 && height < 2304 ? Resolution(width: Swift.min(height, most), height: Swift.min(width, 2304)) : Resolution(width: width, height: height)
    }
    let sides = one(of: [
      (176, 144), (352, 288), (426, 240), (416, 234), (640, 360), (704, 576), (720, 480), (768, 432), (854, 480), (960, 540), (1024, 576),
      (1280, 720), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160), (2048, 128), (4096, 256), (1920, 64), (64, 1920), (1080, 1080),
    ])
    return below(6) == 0 && sides.0 < 2304 ? Resolution(width: sides.1, height: sides.0) : Resolution(width: sides.0, height: sides.1)
  }

  mutating func rate() -> FrameRate {
    let (top, bottom) = one(of: [
      (24, 1), (25, 1), (30, 1), (50, 1), (60, 1), (24000, 1001), (30000, 1001), (60000, 1001), (15, 1), (25, 2), (10, 1), (48, 1), (100, 1), (120, 1),
    ])
    return FrameRate(Rational(Int64(top), Int64(bottom)) ?? Rational(25))
  }

  /// In kbit/s, spread over the orders of magnitude, and often just at or just above a limit of the tables.
  mutating func bitrate(limits: [Int]) -> Int {
    if below(3) == 0 { return Swift.max(40, one(of: limits) + below(3) - 1) }
    let magnitude = [40, 200, 1000, 5000, 20000, 60000][below(6)]
    return magnitude + below(magnitude * 5)
  }
}
