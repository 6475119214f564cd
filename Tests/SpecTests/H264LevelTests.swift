import RungSpec
import Testing

/// Known answers: those that x264 gives when it is left to choose the level itself.
@Suite struct H264LevelTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var size: String
    var fps: String
    var profile: VideoProfile = .main
    /// kbit/s and kbit.
    var max: Int64?
    var buffer: Int64?
    var refs = 1
    var bframes = 0
    var level: String?

    var testDescription: String { "\(size)@\(fps) \(profile) max \(max ?? 0) buf \(buffer ?? 0) refs \(refs) bf \(bframes) → \(level ?? "none")" }
  }

  static let cases = [
    Case(size: "1920x1080", fps: "30", max: 20001, level: "4.1"),
    Case(size: "1920x1080", fps: "30", profile: .high, max: 20001, level: "4.0"),
    Case(size: "1920x1080", fps: "30", profile: .high, max: 25000, level: "4.0"),
    Case(size: "1920x1080", fps: "30", profile: .high, max: 25001, level: "4.1"),
    Case(size: "1920x1080", fps: "30", profile: .high, refs: 5, level: "5.0"),
    Case(size: "1280x720", fps: "25", refs: 5, level: "3.1"),
    Case(size: "1280x720", fps: "25", refs: 6, level: "4.0"),
    Case(size: "1280x720", fps: "30000/1001", level: "3.1"),
    Case(size: "1080x1920", fps: "30", level: "4.0"),
    // The side rule: 256 macroblocks long.
    Case(size: "4096x256", fps: "25", level: "4.0"),
    Case(size: "640x360", fps: "30", level: "3.0"),
    Case(size: "1280x720", fps: "60", level: "3.2"),
    Case(size: "1920x1080", fps: "60", level: "4.2"),
    Case(size: "3840x2160", fps: "30", level: "5.1"),
    Case(size: "1280x720", fps: "30", max: 15000, level: "3.2"),
    Case(size: "1280x720", fps: "25", max: 3500, buffer: 6000, level: "3.1"),
    Case(size: "1280x720", fps: "30", max: 12000, buffer: 24000, level: "4.0"),
    Case(size: "854x480", fps: "25", max: 900, buffer: 1800, level: "3.0"),
    Case(size: "854x480", fps: "30", max: 900, buffer: 1800, level: "3.1"),
    Case(size: "1920x1080", fps: "25", profile: .high, max: 7500, buffer: 12000, refs: 8, level: "5.0"),
    Case(size: "176x144", fps: "15", max: 64, level: "1.0"),
    Case(size: "176x144", fps: "15", max: 65, level: "1b"),
    Case(size: "176x144", fps: "16", max: 128, level: "1.1"),
    Case(size: "8192x4352", fps: "120", level: "6.2"),
    Case(size: "8192x4368", fps: "1", level: nil),
    Case(size: "99999x99999", fps: "9223372036854775807", level: nil),
  ]

  @Test("the lowest level", arguments: cases)
  func lowest(_ known: Case) throws {
    let load = try load(known)
    let found = VideoLevel.lowest(of: .h264, for: load)
    #expect(found?.name == known.level)
    // It says why the level below is not enough, and nothing about the one that is.
    if let found {
      #expect(found.excesses(of: load).isEmpty)
      if let below = found.below { #expect(!below.excesses(of: load).isEmpty) }
    }
  }

  @Test("frames of the decoded picture buffer", arguments: [
    (1, 0, 1), (1, 1, 2), (1, 2, 4), (1, 3, 4), (3, 3, 4), (5, 3, 5), (16, 16, 16), (4, 0, 4),
  ])
  func pictures(_ refs: Int, _ bframes: Int, _ pictures: Int) {
    let load = VideoLoad(
      Resolution(width: 640, height: 360), fps: nil, profile: .main, bitrate: nil, buffer: nil, refFrames: refs, bframes: bframes)
    #expect(load.pictures(in: .h264) == pictures)
  }

  @Test("the derived table: the fastest whole frame rate of a size", arguments: [
    ("640x360", "2.2", 22), ("640x360", "3.0", 44), ("1280x720", "3.1", 30), ("1280x720", "3.2", 60), ("1920x1080", "4.0", 30),
    ("1920x1080", "4.2", 64), ("2560x1440", "5.1", 68), ("3840x2160", "5.1", 30), ("3840x2160", "5.2", 64),
  ])
  func fastest(_ size: String, _ level: String, _ fps: Int) throws {
    let level = try #require(VideoLevel.named(level, of: .h264))
    let within = try load(Case(size: size, fps: String(fps)))
    let beyond = try load(Case(size: size, fps: String(fps + 1)))
    #expect(!level.isExceeded(by: within))
    #expect(level.isExceeded(by: beyond))
  }

  @Test("the table rises, row by row")
  func rising() {
    #expect(VideoLevel.highest(of: .h264)?.rank == H264Level.all.count - 1)
    for (low, high) in zip(H264Level.all, H264Level.all.dropFirst()) {
      #expect(low.macroblockRate <= high.macroblockRate)
      #expect(low.frameSize <= high.frameSize)
      #expect(low.pictureBuffer <= high.pictureBuffer)
      #expect(low.bitrate <= high.bitrate)
      #expect(low.codedBuffer <= high.codedBuffer)
    }
  }

  private func load(_ known: Case) throws -> VideoLoad {
    guard case .value(let size) = Resolution.parse(known.size) else { throw Unreadable(text: known.size) }
    let fps: FrameRate
    switch FrameRate.parse(known.fps) {
    case .value(let value), .remarked(let value, _), .doubtful(let value, _): fps = value
    case .fault: throw Unreadable(text: known.fps)
    }
    return VideoLoad(
      size, fps: fps, profile: known.profile, bitrate: known.max.map { Bitrate(kilobits: $0) },
      buffer: known.buffer.map { BufferSize(bits: $0 * 1000) }, refFrames: known.refs, bframes: known.bframes)
  }

  struct Unreadable: Error { let text: String }
}
