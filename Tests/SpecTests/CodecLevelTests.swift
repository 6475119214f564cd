import RungSpec
import Testing

/// HEVC and AV1: known answers of x265 3.5 and SVT-AV1 1.4 when they choose the level themselves, and the shape of the tables.
@Suite struct CodecLevelTests {
  private func load(
    _ size: String, _ fps: Int, max: Int64? = nil, buffer: Int64? = nil, refs: Int = 1, bframes: Int = 0
  ) throws -> VideoLoad {
    guard case .value(let size) = Resolution.parse(size) else { throw Unreadable() }
    return VideoLoad(
      size, fps: FrameRate(fps), profile: .main, bitrate: max.map { Bitrate(kilobits: $0) }, buffer: buffer.map { BufferSize(bits: $0 * 1000) },
      refFrames: refs, bframes: bframes)
  }

  struct Unreadable: Error {}

  @Test("HEVC", arguments: [
    ("416x234", 30, 145, "2.0"), ("640x360", 30, 600, "2.1"), ("1280x720", 30, 3000, "3.1"), ("1280x720", 60, 3000, "4.0"),
    ("1920x1080", 30, 6000, "4.0"), ("1920x1080", 30, 12001, "4.1"), ("1920x1080", 60, 6000, "4.1"), ("1920x1080", 60, 30000, "5.1"),
    ("3840x2160", 30, 16000, "5.0"), ("3840x2160", 60, 20000, "5.1"), ("7680x4320", 60, 60000, "6.1"),
    // √(8 × 2228224) is 4222.06: 4216 coded samples fit, 4224 do not.
    ("4216x64", 25, 1000, "4.0"), ("4220x64", 25, 1000, "5.0"),
  ])
  func hevc(_ size: String, _ fps: Int, _ max: Int64, _ level: String) throws {
    #expect(try VideoLevel.lowest(of: .h265, for: load(size, fps, max: max))?.name == level)
  }

  @Test("the High tier takes more bits from level 4 on, and none below")
  func tiers() throws {
    let heavy = try load("1920x1080", 60, max: 30000, buffer: 30000)
    #expect(VideoLevel.lowest(of: .h265, for: heavy, tier: .high)?.name == "4.1")
    #expect(VideoLevel.lowest(of: .h265, for: heavy)?.name == "5.1")
    let small = try load("640x360", 30, max: 3001)
    #expect(VideoLevel.lowest(of: .h265, for: small, tier: .high)?.name == "3.0")
    #expect(try VideoLevel.lowest(of: .h265, for: load("7680x4320", 60, max: 300_000)) == nil)
    #expect(try VideoLevel.lowest(of: .h265, for: load("7680x4320", 60, max: 300_000), tier: .high)?.name == "6.1")
    #expect(try VideoLevel.lowest(of: .av1, for: load("1920x1080", 30, max: 20000), tier: .high)?.name == "4.0")
    #expect(try VideoLevel.lowest(of: .av1, for: load("1920x1080", 30, max: 20000))?.name == "4.1")
  }

  @Test("a stated High tier begins with level 4, a stated Main tier has no other limits")
  func stated() throws {
    let small = try load("640x360", 30, max: 700)
    let wide = try load("1920x1080", 30, max: 15000, buffer: 15000)
    for (codec, least) in [(VideoCodec.h265, "2.1"), (.av1, "2.1")] {
      #expect(VideoLevel.lowest(of: codec, for: small, stated: nil)?.name == least)
      #expect(VideoLevel.lowest(of: codec, for: small, stated: .main)?.name == least)
      #expect(VideoLevel.lowest(of: codec, for: small, stated: .high)?.name == "4.0")
      #expect(VideoLevel.lowest(of: codec, for: wide, stated: .high)?.name == "4.0")
      #expect(VideoLevel.lowest(of: codec, for: wide, stated: .main)?.name == "4.1")
      #expect(CodecVocabulary.levels(of: codec).filter { VideoLevel.named($0, of: codec)?.hasHighTier == false } == CodecVocabulary.levels(of: codec).filter { $0 < "4" })
    }
    #expect(VideoLevel.lowest(of: .h264, for: small, stated: .high) == nil)
    #expect(VideoLevel.named("5.1", of: .h264)?.hasHighTier == false)
  }

  @Test("HEVC keeps six pictures of the largest size, and more of smaller ones", arguments: [
    ("1920x1080", "4.1", 6), ("1280x720", "4.1", 12), ("1600x900", "4.1", 8), ("640x360", "4.1", 16), ("1920x1080", "5.0", 16),
  ])
  func room(_ size: String, _ level: String, _ room: Int) throws {
    let level = try #require(VideoLevel.named(level, of: .h265))
    let load = try load(size, 25)
    #expect(level.room(for: load) == room)
    var most = load
    // One of them is the picture that is being decoded.
    most.refFrames = room - 1
    #expect(!level.isExceeded(by: most))
    #expect(most.pictures(in: .h265) == room)
    guard room < 16 else { return }
    most.refFrames += 1
    #expect(level.isExceeded(by: most))
    #expect(level.excesses(of: most).map(\.limit) == [.pictures])
  }

  @Test("AV1", arguments: [
    ("640x360", 30, "2.1"), ("426x240", 30, "2.0"), ("1280x720", 30, "3.1"), ("1280x720", 60, "4.0"), ("1920x1080", 30, "4.0"),
    ("1920x1080", 60, "4.1"), ("3840x2160", 30, "5.0"), ("3840x2160", 60, "5.1"), ("3840x2160", 120, "5.2"), ("7680x4320", 60, "6.1"),
    ("2050x64", 25, "2.1"), ("64x1154", 25, "2.1"),
  ])
  func av1(_ size: String, _ fps: Int, _ level: String) throws {
    #expect(try VideoLevel.lowest(of: .av1, for: load(size, fps))?.name == level)
  }

  @Test("every level that a codec has is known, and its limits rise")
  func tables() {
    for codec in [VideoCodec.h264, .h265, .av1, .vp9] {
      let names = CodecVocabulary.levels(of: codec)
      #expect(Set(names).count == names.count)
      for (rank, name) in names.enumerated() { #expect(VideoLevel.named(name, of: codec)?.rank == rank) }
      #expect(VideoLevel.highest(of: codec)?.name == names.last)
    }
    for (low, high) in zip(HEVCLevel.all, HEVCLevel.all.dropFirst()) {
      #expect(low.frameSize <= high.frameSize && low.sampleRate <= high.sampleRate)
      #expect(low.bitrate <= high.bitrate && low.codedBuffer <= high.codedBuffer && low.highTier ?? 0 <= high.highTier ?? 0)
    }
    for (low, high) in zip(AV1Level.all, AV1Level.all.dropFirst()) {
      #expect(low.frameSize <= high.frameSize && low.width <= high.width && low.height <= high.height)
      #expect(low.displayRate <= high.displayRate && low.decodeRate <= high.decodeRate && low.displayRate < low.decodeRate)
      #expect(low.bitrate <= high.bitrate && low.highTier ?? 0 <= high.highTier ?? 0)
    }
    for (low, high) in zip(VP9Level.all, VP9Level.all.dropFirst()) {
      #expect(low.frameSize <= high.frameSize && low.sampleRate <= high.sampleRate && low.longestSide <= high.longestSide)
      #expect(low.bitrate <= high.bitrate && low.codedBuffer <= high.codedBuffer && low.references >= high.references)
    }
    #expect(VideoLevel.named("4.0", of: .vp8) == nil)
    #expect(VideoLevel.highest(of: .vp8) == nil)
  }
}
