import RungSpec
import RungTestSupport
import Testing

/// x264 signals the lowest level that conforms when it is not told one.
@Suite(.enabled(if: Judge.present(.ffmpeg))) struct X264LevelTests {
  struct Case {
    let size: Resolution
    let fps: FrameRate
    let profile: VideoProfile
    /// kbit/s and kbit; no VBV without a maximum.
    let target: Int
    let max: Int?
    let buffer: Int?
    let refs: Int
    let bframes: Int
    let isIntraOnly: Bool

    var load: VideoLoad {
      VideoLoad(
        // Without VBV x264 reckons with twice the target.
        size, fps: fps, profile: profile, bitrate: Bitrate(kilobits: Int64(max ?? 2 * target)),
        buffer: buffer.map { BufferSize(bits: Int64($0) * 1000) }, refFrames: refs, bframes: bframes, isIntraOnly: isIntraOnly)
    }

    var job: FFmpeg.Job {
      var options = ["-c:v", "libx264", "-preset", "superfast", "-profile:v", profile.rawValue]
      options += ["-pix_fmt", profile == .high10 ? "yuv420p10le" : "yuv420p", "-b:v", "\(target)k", "-refs", "\(refs)", "-bf", "\(bframes)"]
      if let max, let buffer { options += ["-maxrate", "\(max)k", "-bufsize", "\(buffer)k"] }
      if isIntraOnly { options += ["-g", "1"] }
      return FFmpeg.Job(resolution: size, fps: fps, options: options)
    }

    var text: String {
      "\(size.text)@\(fps.text) \(profile.rawValue) \(target)/\(max.map(String.init) ?? "-")/\(buffer.map(String.init) ?? "-")k refs \(refs) bf \(bframes)\(isIntraOnly ? " intra" : "")"
    }
  }

  /// MaxBR and MaxCPB with the factors of Baseline and Main, High, High 10.
  static let limits = H264Level.all.flatMap { level in
    [4, 5, 12].flatMap { [level.bitrate * $0 / 4, level.codedBuffer * $0 / 4] }
  }

  static func cases(_ count: Int) -> [Case] {
    var random = RandomRenditions(seed: 264)
    var cases: [Case] = []
    while cases.count < count {
      // Now and then one that the lowest levels are made for.
      let isSmall = random.below(12) == 0
      let fps = isSmall ? FrameRate(5 + random.below(11)) : random.rate()
      let size = isSmall ? random.one(of: [Resolution(width: 176, height: 144), Resolution(width: 128, height: 96)]) : random.size()
      let profile = random.one(of: [VideoProfile.baseline, .main, .high, .high10])
      // As large as ffmpeg takes it.
      let max = isSmall ? 40 + random.below(300) : Swift.min(1_000_000, random.bitrate(limits: limits))
      let hasVBV = random.below(8) > 0
      // x264 raises a buffer that holds less than a frame.
      let frame = Int((Double(max) / fps.value.approximation).rounded(.up))
      let wanted = random.below(3) == 0 ? random.bitrate(limits: limits) : max * (1 + random.below(4)) / 2
      let buffer = Swift.min(2_000_000, Swift.max(frame + 1, wanted))
      let isIntraOnly = random.below(20) == 0
      let one = Case(
        size: size, fps: fps, profile: profile, target: hasVBV ? Swift.max(10, max * (2 + random.below(3)) / 4) : max / 2,
        max: hasVBV ? max : nil, buffer: hasVBV ? buffer : nil, refs: 1 + (random.below(3) == 0 ? random.below(16) : random.below(5)),
        bframes: random.one(of: [0, 0, 1, 2, 3, 8]), isIntraOnly: isIntraOnly)
      // Where no level does, x264 signals the highest.
      if VideoLevel.lowest(of: .h264, for: one.load) != nil { cases.append(one) }
    }
    return cases
  }

  @Test("the lowest level of 2,200 renditions is x264's own")
  func lowest() throws {
    let cases = Self.cases(2200)
    let results = try FFmpeg.encode(cases.map(\.job), description: "avcC", at: 24)
    var levels: [String: Int] = [:]
    for (one, result) in zip(cases, results) {
      guard let result else {
        Issue.record("x264 refused \(one.text)")
        continue
      }
      let own = VideoLevel.lowest(of: .h264, for: one.load)?.name ?? "none"
      #expect(own == Self.name(result), "\(one.text)")
      levels[own, default: 0] += 1
    }
    // A grid that knows three levels would prove little.
    for level in H264Level.all where level.rank < 17 { #expect(levels[level.name, default: 0] > 3, "\(level.name): \(levels)") }
  }

  /// level_idc 9 is 1b in the High profiles; in the others it is 11 with a flag.
  static func name(_ result: FFmpeg.Signalled) -> String {
    if result.level == 9 || (result.level == 11 && result.flag && result.profile < 100) { return "1b" }
    return "\(result.level / 10).\(result.level % 10)"
  }
}
