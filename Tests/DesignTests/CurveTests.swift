import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Bitrates of designs beside the published ladders that they are made of.
@Suite struct CurveTests {
  private static let codecs: [VideoCodec] = [.h264, .h265, .vp9, .av1, .vp8]
  /// Least first.
  private static let contents: [ContentClass] = [.talkingHead, .general, .film, .sports]

  @Test("published ladders that are presets as well have the preset's numbers", arguments: [
    ("Apple", VideoCodec.h264, ["apple-h264"]), ("Apple", .h265, ["apple-hevc"]), ("MK.IO Default1080p", .h264, ["mkio-default1080p"]),
    ("MK.IO Default720p", .h264, ["mkio-default720p"]), ("Tenbyte", .h264, ["tenbyte-balanced"]),
    ("LiveKit", .h264, ["livekit-1080p-30fps-3-layers", "livekit-720p-30fps-3-layers", "livekit-540p-25fps-2-layers"]),
    ("LiveKit, high motion", .h264, ["livekit-1080p-30fps-3-layers-high-motion", "livekit-720p-30fps-3-layers-high-motion", "livekit-540p-25fps-2-layers-high-motion"]),
  ])
  func presets(_ name: String, _ codec: VideoCodec, _ presets: [String]) throws {
    let published = try #require(PublishedLadder.all.first { $0.name == name && $0.codec == codec })
    var expected: Set<String> = []
    for preset in presets {
      let text = "rung: 1\nname: a\nladder: {preset: \(preset)}\n"
      let renditions = try #require(inspect(SourceInput(name: "a.yaml", text: text)).streams.first).renditions
      for rendition in renditions { expected.insert("\(rendition.resolution?.text ?? "?") \(try #require(rendition.bitrate).bitsPerSecond / 1000)") }
    }
    #expect(Set(published.points(isFast: false).map { "\($0.size.text) \($0.bitrate.bitsPerSecond / 1000)" }) == expected)
  }

  @Test("every point of a curve is a published number, or lies between two, and points rise")
  func points() {
    for codec in Self.codecs {
      for content in Self.contents {
        let points = BitrateCurve.of(codec, content).points
        #expect(points.count >= 6, "\(codec) \(content)")
        for point in points {
          #expect((1...2).contains(point.quotes.count), "\(codec) \(content) \(point.size.text)")
          #expect(point.quotes.allSatisfy { $0.ladder.codec == codec && $0.point.size == point.size && !$0.point.isFast }, "\(codec) \(content) \(point.size.text)")
          let bits = point.quotes.map(\.point.bitrate)
          #expect(bits.min().map { point.bitrate >= $0 } ?? false)
          #expect(bits.max().map { point.bitrate <= $0 } ?? false)
        }
        for (lower, upper) in zip(points, points.dropFirst()) {
          #expect(lower.size.pixels < upper.size.pixels && lower.bitrate < upper.bitrate, "\(codec) \(content) \(upper.size.text)")
        }
      }
    }
    for ladder in PublishedLadder.all {
      #expect(ladder.source.checked != nil && ladder.source.url != nil && !ladder.points.isEmpty, "\(ladder.name)")
    }
  }

  @Test("curves lie between the published ladders at every size, and no content takes less than one that needs less")
  func between() throws {
    var random = SplitMix(seed: 0x62_65_74_77)
    for codec in Self.codecs {
      for _ in 0..<Depth.times(400, quick: 60) {
        let height = Int.random(in: 90...1080, using: &random) * 2
        let size = Resolution(width: height * 16 / 18 * 2, height: height)
        let range = try #require(PublishedLadder.range(codec, size.pixels))
        var last = Bitrate(bitsPerSecond: 0)
        for content in Self.contents {
          let bitrate = BitrateCurve.of(codec, content).bitrate(of: size)
          // A logarithm is exact to 2⁻¹⁶.
          #expect(bitrate.bitsPerSecond >= range.low.bitsPerSecond - range.low.bitsPerSecond / 1000, "\(codec) \(content) \(size.text): \(bitrate.prose), \(range)")
          #expect(bitrate.bitsPerSecond <= range.high.bitsPerSecond + range.high.bitsPerSecond / 1000, "\(codec) \(content) \(size.text): \(bitrate.prose), \(range)")
          #expect(bitrate >= last, "\(codec) \(content) \(size.text)")
          last = bitrate
        }
      }
    }
  }

  @Test("60 frames take 1.3 to 1.5 times the bits of 30, and 24 to 30 the same")
  func frames() throws {
    for codec in Self.codecs {
      for content in Self.contents {
        let model = BitrateModel(content, codec)
        for height in [540, 720, 1080, 1440, 2160] {
          let size = Resolution(width: height * 16 / 9, height: height)
          let whole = model.bitrate(of: size, at: FrameRate(30)).bitsPerSecond
          for (slow, fast) in [("30", "60"), ("25", "50"), ("30000/1001", "60000/1001")] {
            let fast = model.bitrate(of: size, at: try read(fast)).bitsPerSecond
            let slow = model.bitrate(of: size, at: try read(slow)).bitsPerSecond
            #expect(slow == whole, "\(codec) \(content) \(size.text)")
            #expect(fast * 100 >= slow * 125 && fast * 10 <= slow * 15, "\(codec) \(content) \(size.text): \(slow) \(fast)")
          }
          let fast = model.bitrate(of: size, at: FrameRate(60)).bitsPerSecond
          #expect(fast * 10 >= whole * 13, "\(codec) \(content) \(size.text): \(whole) \(fast)")
          #expect(model.bitrate(of: size, at: FrameRate(24)).bitsPerSecond == whole)
          #expect(model.bitrate(of: size, at: FrameRate(12)).bitsPerSecond < whole)
        }
      }
    }
  }

  /// Sizes, rates, codecs and contents, so that each pair of them is met.
  static let requests: [(size: String, rate: String, codec: LadderRequest.Codec, content: ContentClass)] = {
    let sizes = ["3840x2160", "2560x1440", "1920x1080", "1280x720", "1024x576", "720x480", "1080x1920", "720x1280"]
    let rates = ["24", "25", "30000/1001", "30", "50", "60"]
    return (0..<36).map { number in
      (
        sizes[number % sizes.count], rates[(number + number / 8) % rates.count],
        LadderRequest.Codec.allCases[(number + number / 6) % LadderRequest.Codec.allCases.count], contents[(number + number / 4) % contents.count]
      )
    }
  }()

  @Test("36 requests: between the published ladders, nothing found by `rung check`, low rungs at 30, a rung for 1.5 Mbps", arguments: 0..<36)
  func requested(_ number: Int) throws {
    let (size, rate, codec, content) = Self.requests[number]
    let video = try #require(VideoCodec(rawValue: codec.rawValue))
    var made = 0
    for target in ["nobody"] + Providers.ids {
      var request = LadderRequest(source: try read(size), at: try read(rate), for: target == "nobody" ? [] : [TargetID(rawValue: target)])
      (request.codec, request.content) = (codec, content)
      guard let designed = try? design(request) else {
        #expect(target != "nobody")
        continue
      }
      made += 1
      DesignLaws.judge(designed, request)
      let isMixing = target != "livekit"
      for rung in designed.rungs {
        let words: Comment = "\(target): \(rung.name) \(rung.fps.text) fps \(rung.bitrate.prose)\n\(request)\n\(designed.spec)"
        let range = try #require(PublishedLadder.range(video, rung.resolution.pixels))
        // Tested by itself: what frames cost.
        let model = BitrateModel(content, video)
        let (one, frames) = (model.bitrate(of: rung.resolution, at: FrameRate(30)).bitsPerSecond, model.bitrate(of: rung.resolution, at: rung.fps).bitsPerSecond)
        // A second rung of a size has three quarters.
        let bits = (rung.name.hasSuffix("-low") ? rung.bitrate.bitsPerSecond * 4 / 3 : rung.bitrate.bitsPerSecond) * one / frames
        // Rates are rounded to 50 and 10 kbps.
        let slack: Int64 = bits >= 1_000_000 ? 60_000 : 12_000
        #expect(bits + slack >= range.low.bitsPerSecond && bits - slack <= range.high.bitsPerSecond, words)
        if isMixing { #expect(rung.fps <= FrameRate(30) || min(rung.resolution.width, rung.resolution.height) >= 540, words) }
      }
      if content == .general, let last = designed.rungs.last {
        #expect(last.maxBitrate.bitsPerSecond + last.audioBitrate.bitsPerSecond <= 1_275_000, "\(target)\n\(designed.spec)")
      }
    }
    #expect(made > 0)
  }

  @Test("general content has a rendition for 1.5 Mbps at every provider, whatever the source", arguments: 0..<(1 << Providers.ids.count))
  func lean(_ subset: Int) throws {
    let providers = Providers.ids.enumerated().filter { subset & (1 << $0.offset) != 0 }.map { TargetID(rawValue: $0.element) }
    for size in ["3840x2160", "2560x1440", "1920x1080", "1280x720", "1080x1920"] {
      for rate in Depth.some(["25", "30", "60"], quick: 1, from: subset) {
        let request = LadderRequest(source: try read(size), at: try read(rate), for: providers)
        guard let designed = try? design(request) else { continue }
        for target in designed.targets.isEmpty ? [nil] : designed.targets.map({ $0 as TargetID? }) {
          let streams = inspect(SourceInput(name: "a.yaml", text: designed.spec), for: target).streams
          guard let rendition = streams.first?.renditions.last else { continue }
          let peak = rendition.bitrate.map { $0.bitsPerSecond * 6 / 5 } ?? 0
          #expect(peak + 128_000 < 1_350_000, "\(target?.rawValue ?? "none"): \(rendition.bitrate?.prose ?? "?")\n\(designed.spec)")
        }
      }
    }
  }

  @Test("the least cap that is stated has a ladder, and none below it has one", arguments: 0..<4)
  func least(_ part: Int) throws {
    var random = SplitMix(seed: 0x6C_65_61_73 &+ UInt64(part))
    var stated = 0
    for _ in 0..<Depth.times(25, quick: 12) {
      var request = LadderRequest(
        source: try read(["3840x2160", "1920x1080", "1280x720", "720x576", "1080x1920"].randomElement(using: &random) ?? "1920x1080"),
        at: try read(["25", "30", "50", "60"].randomElement(using: &random) ?? "30"))
      request.codec = try #require(LadderRequest.Codec.allCases.randomElement(using: &random))
      request.content = try #require(ContentClass.allCases.randomElement(using: &random))
      if Bool.random(using: &random) { request.rungs = Int.random(in: 1...4, using: &random) }
      if Bool.random(using: &random), let provider = Providers.ids.randomElement(using: &random) { request.providers = [TargetID(rawValue: provider)] }
      request.maxBitrate = Bitrate(kilobits: Int64.random(in: 20...400, using: &random))
      guard let text = Self.leastCap(request) else { continue }
      stated += 1
      let least: Bitrate = try read(text)
      request.maxBitrate = least
      #expect(throws: Never.self, "\(request)") { try design(request) }
      for less in [1, 2, 3, 5, 9, 17, 40, 90] where least.bitsPerSecond > Int64(less) * 1000 {
        request.maxBitrate = Bitrate(bitsPerSecond: least.bitsPerSecond - Int64(less) * 1000)
        #expect(throws: RungError.self, "\(request)") { try design(request) }
        #expect(Self.leastCap(request) == text, "\(request)")
      }
    }
    #expect(stated > 1)
  }

  /// What the message says; nil where there is a ladder, or the cap is not the reason.
  private static func leastCap(_ request: LadderRequest) -> String? {
    do {
      _ = try design(request)
      return nil
    } catch {
      return error.obstacles.first?.help?.firstMatch(of: /--max-bitrate ([^`]+)`/).map { String($0.1) }
    }
  }
}
