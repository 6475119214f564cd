import RungProviders
import RungSpec
import Testing

/// The tables of LiveKit's own presets and of the bitrates that its server computes, number for number.
@Suite struct LiveKitLayerTests {
  /// width, height, bps
  typealias Row = (Int, Int, Int)

  static let tables: [(LiveKitVideoPreset, fps: Int, rows: [Row], sum: Int)] = [
    (.p720x3, 30, [(1280, 720, 1_900_000), (640, 360, 671_751), (320, 180, 237_500)], 2_809_251),
    (.p1080x3, 30, [(1920, 1080, 3_500_000), (960, 540, 1_237_436), (480, 270, 437_500)], 5_174_936),
    (.p540x2, 25, [(960, 540, 1_000_000), (480, 270, 353_553)], 1_353_553),
    (.p720x1, 30, [(1280, 720, 1_900_000)], 1_900_000),
    (.p1080x1, 30, [(1920, 1080, 3_500_000)], 3_500_000),
    (.p720x3HighMotion, 30, [(1280, 720, 2_500_000), (640, 360, 883_883), (320, 180, 312_500)], 3_696_383),
    (.p1080x3HighMotion, 30, [(1920, 1080, 4_500_000), (960, 540, 1_590_990), (480, 270, 562_500)], 6_653_490),
    (.p540x2HighMotion, 25, [(960, 540, 1_300_000), (480, 270, 459_619)], 1_759_619),
    (.p720x1HighMotion, 30, [(1280, 720, 2_500_000)], 2_500_000),
    (.p1080x1HighMotion, 30, [(1920, 1080, 4_500_000)], 4_500_000),
  ]

  @Test("each preset makes the layers of its table")
  func presets() throws {
    #expect(LiveKitLayers.presets.map(\.preset) == LiveKitVideoPreset.allCases)
    for (preset, fps, rows, sum) in Self.tables {
      let made = try #require(LiveKitLayers.presets.first { $0.preset == preset })
      #expect(made.frameRate == fps)
      #expect(made.layers.map { "\($0.size.text) \($0.bitrate)" } == rows.map { "\($0.0)x\($0.1) \($0.2)" }, "\(preset.rawValue)")
      #expect(made.layers.map(\.bitrate).reduce(0, +) == sum, "\(preset.rawValue)")
      let qualities: [LiveKitQuality] = rows.count == 3 ? [.high, .medium, .low] : rows.count == 2 ? [.high, .low] : [.high]
      #expect(made.layers.map(\.quality) == qualities, "\(preset.rawValue)")
    }
  }

  @Test("options without layers are the server's own three")
  func unstated() {
    #expect(LiveKitLayers.unstated.map { "\($0.quality.rawValue) \($0.size.text) \($0.bitrate)" } == [
      "HIGH 1280x720 1700000", "MEDIUM 640x360 601040", "LOW 320x180 212500",
    ])
  }

  @Test("a layer without a bitrate gets the server's")
  func computed() {
    let rates = [15, 24, 25, 30, 50, 60]
    let rows: [(Int, Int, [Int])] = [
      (1920, 1080, [2_081_112, 2_960_639, 3_052_685, 3_500_000, 5_133_985, 5_886_274]),
      (1280, 720, [1_132_814, 1_611_568, 1_661_671, 1_905_158, 2_794_587, 3_204_082]),
      (960, 540, [735_784, 1_046_744, 1_079_287, 1_237_436, 1_815_137, 2_081_112]),
      (640, 360, [400_510, 569_775, 587_489, 673_575, 988_035, 1_132_814]),
      (480, 270, [260_139, 370_079, 381_585, 437_500, 641_748, 735_784]),
      (320, 180, [141_601, 201_446, 207_708, 238_144, 349_323, 400_510]),
    ]
    for (width, height, bitrates) in rows {
      let size = Resolution(width: width, height: height)
      #expect(rates.map { LiveKitLayers.bitrate(of: size, frameRate: $0) } == bitrates, "\(size.text)")
    }
  }

  @Test("the power is cut where whole numbers say, at every edge")
  func exact() {
    // (1/16)^¾ is exactly 1/8: the least more, or less, of the top falls on the other side of a whole number.
    #expect(PowerRule.scaled(8, by: [1], over: [16]) == 1)
    #expect(PowerRule.scaled(7, by: [1], over: [16]) == 0)
    #expect(PowerRule.scaled(3_500_007, by: [1], over: [16]) == 437_500)
    #expect(PowerRule.scaled(3_500_008, by: [1], over: [16]) == 437_501)
    #expect(PowerRule.scaled(0, by: [1], over: [1]) == 0)
    #expect(PowerRule.scaled(5, by: [0], over: [1]) == 0)
    // Nothing overflows; a uint32 holds no more.
    #expect(PowerRule.scaled(.max, by: [.max, .max, .max], over: [1]) == Int(UInt32.max))
    #expect(PowerRule.scaled(UInt64(UInt32.max), by: [.max, .max], over: [.max, .max]) == Int(UInt32.max))
    #expect(PowerRule.scaled(1, by: [1], over: [.max]) == 0)
  }
}
