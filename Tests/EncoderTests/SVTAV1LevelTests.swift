import RungSpec
import RungTestSupport
import Testing

/// SVT-AV1 signals a level by size and frame rate. Bitrates it does not look at, so that there is none here; that is its
/// one known deviation.
@Suite(.enabled(if: Judge.present(.ffmpeg))) struct SVTAV1LevelTests {
  @Test("the lowest level of 240 sizes and rates is SVT-AV1's own")
  func lowest() throws {
    var random = RandomRenditions(seed: 1)
    var cases: [(load: VideoLoad, expected: VideoLevel)] = []
    while cases.count < 240 {
      let load = VideoLoad(random.size(), fps: random.rate(), profile: .main, bitrate: nil, buffer: nil, refFrames: 1, bframes: 0)
      if let level = VideoLevel.lowest(of: .av1, for: load) { cases.append((load, level)) }
    }
    let jobs = cases.map { one in
      FFmpeg.Job(
        resolution: one.load.resolution, fps: one.load.fps ?? FrameRate(25),
        options: ["-c:v", "libsvtav1", "-preset", "12", "-pix_fmt", "yuv420p", "-svtav1-params", "lp=1"])
    }
    let results = try FFmpeg.encode(jobs, description: "av1C", at: 1)
    var levels: [String: Int] = [:]
    for (one, result) in zip(cases, results) {
      let text = "\(one.load.resolution.text)@\(one.load.fps?.text ?? "")"
      guard let result else {
        Issue.record("SVT-AV1 refused \(text)")
        continue
      }
      // seq_level_idx: four to a major level, from 2.0 on.
      let signalled = "\(2 + result.level / 4).\(result.level % 4)"
      #expect(one.expected.name == signalled, "\(text)")
      levels[signalled, default: 0] += 1
    }
    for level in ["2.0", "2.1", "3.0", "3.1", "4.0", "4.1", "5.0", "5.1", "5.2"] { #expect(levels[level, default: 0] > 0, "\(level): \(levels)") }
  }
}
