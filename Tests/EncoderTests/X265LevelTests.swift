import RungSpec
import RungTestSupport
import Testing

/// x265 signals the lowest level as well; with `no-high-tier` that of the Main tier.
@Suite(.enabled(if: Judge.present(.ffmpeg))) struct X265LevelTests {
  struct Case {
    let size: Resolution
    let fps: FrameRate
    let max: Int
    let buffer: Int
    let refs: Int
    let bframes: Int
    let mayBeHigh: Bool

    var load: VideoLoad {
      VideoLoad(
        size, fps: fps, profile: .main, bitrate: Bitrate(kilobits: Int64(max)), buffer: BufferSize(bits: Int64(buffer) * 1000),
        refFrames: refs, bframes: bframes)
    }

    var expected: VideoLevel? { VideoLevel.lowest(of: .h265, for: load, tier: mayBeHigh ? .high : .main) }

    var job: FFmpeg.Job {
      let parameters = [
        "vbv-maxrate=\(max)", "vbv-bufsize=\(buffer)", "bitrate=\(Swift.max(10, max * 3 / 4))", "ref=\(refs)", "bframes=\(bframes)",
        "high-tier=\(mayBeHigh ? 1 : 0)", "min-cu-size=8", "ctu=32", "pools=1", "frame-threads=1", "log-level=error",
      ]
      return FFmpeg.Job(
        resolution: size, fps: fps,
        options: ["-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-x265-params", parameters.joined(separator: ":")])
    }

    var text: String { "\(size.text)@\(fps.text) \(max)/\(buffer)k refs \(refs) bf \(bframes)\(mayBeHigh ? " high tier" : "")" }

    /// Where x265 goes its own way. It holds a buffer against a level only where it lies between the limits of the two
    /// tiers (level.cpp, CHECK_RANGE): below level 4, which has one tier, and beyond the High tier it signals a level that
    /// the buffer is too large for.
    var isKnownDeviation: Bool {
      guard let expected else { return false }
      var without = load
      without.buffer = nil
      return HEVCLevel.all.prefix(expected.rank).contains { level in
        let isBufferSeen = level.highTier.map { buffer > level.codedBuffer && buffer <= $0 } ?? false
        return !isBufferSeen && VideoLevel.named(level.name, of: .h265)?.isExceeded(by: without, tier: mayBeHigh ? .high : .main) == false
      }
    }
  }

  static func cases(_ count: Int, seed: UInt64 = 265, high: (inout RandomRenditions) -> Bool = { $0.below(3) == 0 }) -> [Case] {
    var random = RandomRenditions(seed: seed)
    let limits = HEVCLevel.all.flatMap { [$0.bitrate, $0.codedBuffer, $0.highTier ?? $0.bitrate] }
    var cases: [Case] = []
    while cases.count < count {
      let max = random.bitrate(limits: limits)
      // NumPocTotalCurr: references and reordered pictures are eight at most.
      let one = Case(
        size: random.size(), fps: random.rate(), max: max, buffer: Swift.max(max / 8, random.below(3) == 0 ? random.bitrate(limits: limits) : max),
        refs: 1 + random.below(6), bframes: random.below(4), mayBeHigh: high(&random))
      if one.expected != nil { cases.append(one) }
    }
    return cases
  }

  @Test("the lowest level of 240 renditions is x265's own, but for what x265 leaves unchecked")
  func lowest() throws {
    let cases = Self.cases(240)
    let results = try FFmpeg.encode(cases.map(\.job), description: "hvcC", at: 8)
    var levels: [String: Int] = [:]
    var deviations = 0
    for (one, result) in zip(cases, results) {
      guard let result else {
        Issue.record("x265 refused \(one.text)")
        continue
      }
      let signalled = "\(result.level / 30).\(result.level % 30 / 3)"
      let own = one.expected?.name ?? "none"
      levels[own, default: 0] += 1
      if one.isKnownDeviation {
        deviations += 1
        continue
      }
      #expect(own == signalled, "\(one.text)")
      // The High tier is signalled exactly where the Main tier of the level does not do.
      let needsHigh = one.expected?.isExceeded(by: one.load) == true
      #expect(result.flag == needsHigh, "\(one.text)")
    }
    #expect(deviations < cases.count / 8, "\(deviations) are passed over")
    // Level 1 ends at 128 kbps, below most draws.
    for level in HEVCLevel.all.dropFirst() where level.name != "6.0" { #expect(levels[level.name, default: 0] > 0, "\(level.name): \(levels)") }
  }

  @Test("the lowest level of 90 renditions of a stated High tier is x265's own, and where x265 signals Main, Main does")
  func statedHigh() throws {
    let cases = Self.cases(90, seed: 2650) { _ in true }
    let results = try FFmpeg.encode(cases.map(\.job), description: "hvcC", at: 8)
    var levels: [String: Int] = [:]
    var within = 0
    for (one, result) in zip(cases, results) {
      guard let result else {
        Issue.record("x265 refused \(one.text)")
        continue
      }
      if one.isKnownDeviation { continue }
      let signalled = try #require(VideoLevel.named("\(result.level / 30).\(result.level % 30 / 3)", of: .h265))
      let own = VideoLevel.lowest(of: .h265, for: one.load, stated: .high)
      if result.flag {
        #expect(own == signalled, "\(one.text)")
        levels[signalled.name, default: 0] += 1
      } else {
        // The spec asks for a tier that x265 leaves: ffmpeg/high-tier-not-signalled.
        within += 1
        #expect(!signalled.isExceeded(by: one.load, tier: .main), "\(one.text)")
        #expect(own == (signalled.hasHighTier ? signalled : VideoLevel.named("4.0", of: .h265)), "\(one.text)")
      }
    }
    #expect(within > 10, "\(within)")
    for level in ["4.0", "4.1", "5.0", "5.1"] { #expect(levels[level, default: 0] > 0, "\(level): \(levels)") }
  }
}
