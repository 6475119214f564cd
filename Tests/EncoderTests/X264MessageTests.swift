import RungSpec
import RungTestSupport
import Testing

/// What the rules quote is what x264 says.
@Suite(.enabled(if: Judge.present(.ffmpeg))) struct X264MessageTests {
  @Test("rate control: what x264 makes of it", arguments: [
    ("-b:v 3000k -maxrate 3500k", "VBV maxrate specified, but no bufsize, ignored"),
    ("-b:v 3000k -bufsize 6000k", "VBV maxrate unspecified, assuming CBR"),
    ("-b:v 3000k -maxrate 2000k -bufsize 6000k", "max bitrate less than average bitrate, assuming CBR"),
    ("-b:v 3000k -maxrate 3500k -bufsize 50k", "VBV buffer size cannot be smaller than one frame, using 140 kbit"),
    ("-b:v 3000k -profile:v baseline -bf 3", "profile Constrained Baseline"),
    ("-b:v 3000k -level 4.3", "invalid level_idc: 43"),
  ])
  func rateControl(_ options: String, _ says: String) throws {
    let words = options.split(separator: " ").map(String.init)
    let job = FFmpeg.Job(
      resolution: Resolution(width: 1280, height: 720), fps: FrameRate(25), options: ["-c:v", "libx264", "-preset", "veryfast"] + words)
    let messages = try FFmpeg.messages(job)
    #expect(messages.contains { $0.contains(says) }, "\(messages)")
  }

  private static let warnings: [(text: String, limit: LevelLimit)] = [
    ("frame MB size", .frameSize), ("DPB size", .pictures), ("VBV bitrate", .bitrate), ("VBV buffer", .buffer), ("MB rate", .rate),
  ]

  @Test("of a stated level, x264 warns of the limits that are found to be exceeded")
  func limits() throws {
    var random = RandomRenditions(seed: 876)
    var seen: Set<LevelLimit> = []
    for one in X264LevelTests.cases(60) where one.max != nil && !one.isIntraOnly {
      let name = random.one(of: H264Level.all.filter { $0.name != "1b" }).name
      let level = try #require(VideoLevel.named(name, of: .h264))
      // x264 numbers level 1 as 1.0 as well.
      let job = FFmpeg.Job(resolution: one.size, fps: one.fps, options: one.job.options + ["-level", name])
      let messages = try FFmpeg.messages(job).filter { $0.contains("level limit") }
      var warned = Set(Self.warnings.filter { warning in messages.contains { $0.contains(warning.text) } }.map(\.limit))
      var found = Set(level.excesses(of: one.load).map(\.limit))
      // One message for area and sides; and of a frame that is too large we say nothing more.
      if found.remove(.side) != nil { found.insert(.frameSize) }
      if found.contains(.frameSize) { warned.remove(.pictures); found.remove(.pictures) }
      #expect(found == warned, "level \(name): \(one.text): \(messages)")
      seen.formUnion(warned)
    }
    #expect(seen.count == Self.warnings.count, "\(seen)")
  }
}
