import RungSpec
import Testing

/// What the plot draws of a level is what the level takes.
@Suite struct LevelCornerTests {
  @Test("a frame as large as the corner fits, one row of blocks more does not", arguments: [VideoCodec.h264, .h265, .av1])
  func edges(_ codec: VideoCodec) throws {
    for fps in [FrameRate(25), FrameRate(60), try #require(Rational(30000, 1001).map { FrameRate($0) })] {
      let corners = LevelCorner.all(of: codec, fps: fps, profile: .main)
      #expect(corners.map(\.name) == CodecVocabulary.levels(of: codec))
      for corner in corners {
        let level = try #require(VideoLevel.named(corner.name, of: codec))
        // Nearly square, so that no side is too long.
        let blocks = corner.pixels / 256
        var width = 1
        while (width + 1) * (width + 1) <= blocks { width += 1 }
        guard blocks > 0 else { continue }
        func load(_ rows: Int, _ bitrate: Bitrate) -> VideoLoad {
          VideoLoad(
            Resolution(width: width * 16, height: rows * 16), fps: fps, profile: .main, bitrate: bitrate, buffer: nil, refFrames: 1, bframes: 0,
            isIntraOnly: true)
        }
        let name = "\(codec) \(corner.name) at \(fps.text)"
        let limits = level.excesses(of: load(blocks / width, corner.bitrate)).map(\.limit)
        // Few large frames fit where many do: kept pictures are another limit.
        #expect(limits.allSatisfy { $0 == .pictures }, "\(name): \(limits)")
        #expect(level.isExceeded(by: load(blocks / width + 1, corner.bitrate)), "\(name)")
        #expect(level.isExceeded(by: load(blocks / width, Bitrate(bitsPerSecond: corner.bitrate.bitsPerSecond + 1))), "\(name)")
      }
    }
  }
}
