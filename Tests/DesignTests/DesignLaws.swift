import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// What holds for every request: a ladder that nobody finds anything amiss in, or plain words on why there is none.
@Suite struct DesignLaws {
  private static let sizes = [
    "3840x2160", "4096x2160", "2560x1440", "1920x1080", "1600x900", "1280x720", "1024x576", "960x540", "854x480", "720x576", "640x360",
    "426x240", "320x240", "160x120", "7680x4320",
    // 4:3, 21:9, 1:1, 2:1, portrait, and a banner.
    "1440x1080", "1024x768", "640x480", "2560x1080", "3440x1440", "1280x544", "1080x1080", "2880x1440", "1080x1920", "720x1280", "608x1080",
    "3840x1080", "1998x1080", "1921x1081",
  ]
  private static let rates = ["24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60", "12.5", "15", "100", "120"]
  private static let caps = ["300k", "800k", "1500k", "2M", "3M", "4M", "5M", "6M", "8M", "12M", "20M", "60M"]

  @Test("no finding in any ladder that is designed", arguments: 0..<8)
  func grid(_ part: Int) throws {
    var random = SplitMix(seed: 0x6C_61_64_64 &+ UInt64(part))
    var made: [Int: Int] = [:]
    for round in 0..<Depth.times(300, quick: 60) {
      let subset = Int.random(in: 0..<(1 << Providers.ids.count), using: &random)
      let request = try Self.request(subset, &random)
      let designed: LadderDesign
      do {
        designed = try design(request)
      } catch {
        #expect(!error.obstacles.isEmpty)
        for obstacle in error.obstacles { #expect(!obstacle.message.isEmpty, "\(request)") }
        continue
      }
      made[subset, default: 0] += 1
      Self.judge(designed, request)
      if round % 10 == 0 {
        let again = try design(request)
        #expect(again.spec == designed.spec && again.ladder == designed.ladder)
      }
    }
    // A law that nothing comes under would hold as well.
    #expect(made.values.reduce(0, +) > Depth.times(75, quick: 8), "\(made)")
  }

  private static func request(_ subset: Int, _ random: inout SplitMix) throws -> LadderRequest {
    func pick(_ texts: [String]) throws -> String { try #require(texts.randomElement(using: &random)) }
    let providers = Providers.ids.enumerated().filter { subset & (1 << $0.offset) != 0 }.map(\.element).shuffled(using: &random)
    // Most channels are one of these: the corners are met often enough.
    let isUsual = Int.random(in: 0..<3, using: &random) > 0
    var request = LadderRequest(
      source: try read(isUsual ? pick(["1920x1080", "1280x720", "3840x2160", "1920x1080"]) : pick(sizes)),
      at: try read(isUsual ? pick(["25", "30", "60", "24", "30000/1001"]) : pick(rates)), for: providers.map(TargetID.init))
    if Int.random(in: 0..<3, using: &random) == 0 { request.codec = try #require(LadderRequest.Codec.allCases.randomElement(using: &random)) }
    request.content = try #require(ContentClass.allCases.randomElement(using: &random))
    if Int.random(in: 0..<3, using: &random) == 0 { request.maxBitrate = try read(pick(caps)) as Bitrate }
    if Int.random(in: 0..<3, using: &random) == 0 { request.rungs = Int.random(in: 1...9, using: &random) }
    if Int.random(in: 0..<5, using: &random) == 0 { request.encoding = LadderRequest.Encoding.allCases.randomElement(using: &random) }
    if Int.random(in: 0..<5, using: &random) == 0 {
      request.fps = request.sourceRate.value.divided(by: Rational(Int.random(in: 1...3, using: &random))).map { FrameRate($0) }
    }
    // Now and then next to nothing: a slide a second.
    if Int.random(in: 0..<20, using: &random) == 0 { request.sourceRate = FrameRate(Int.random(in: 1...10, using: &random)) }
    request.halvesLowRungs = [true, false, nil, nil, nil, nil, nil, nil].randomElement(using: &random) ?? nil
    return request
  }

  /// `not-expressible` of providers whose bodies have no field for what stands around every ladder: that they take nothing
  /// of a designed spec is no fault of the ladder.
  private static let deaf = Set(
    Providers.ids.map { "\($0)/not-expressible" }.filter { id in
      let bare = "rung: 1\nname: a\nkind: linear\ntargets: [\(id.prefix { $0 != "/" })]\n"
      return check(SourceInput(name: "bare.yaml", text: bare)).diagnostics.contains { $0.id.rawValue == id }
    })

  static func judge(_ designed: LadderDesign, _ request: LadderRequest) {
    let words: Comment = "\(request)\n\(designed.spec)"
    let found = check(SourceInput(name: "designed.yaml", text: designed.spec), for: designed.targets).diagnostics.filter { !Self.deaf.contains($0.id.rawValue) }
    for diagnostic in found where diagnostic.id != "mkio/several-streams-pushed" {
      Issue.record("\(diagnostic.id): \(diagnostic.message)\n\(request)\n\(designed.spec)")
    }
    // Which is what passthrough means, and a note.
    #expect(found.allSatisfy { $0.severity == .note }, words)

    if case .formatted(let canonical) = formatted(SourceInput(name: "designed.yaml", text: designed.spec)) {
      #expect(String(decoding: canonical.bytes, as: UTF8.self) == designed.spec, words)
    } else {
      Issue.record("no canonical form\n\(designed.spec)")
    }

    if !designed.ladder.isEmpty {
      let part = check(SourceInput(name: "part.yaml", text: "rung: 1\nname: part\n" + designed.ladder), for: []).diagnostics
      #expect(part.isEmpty, "\(part.map(\.message))\n\(designed.ladder)")
    }
    for (upper, lower) in zip(designed.rungs, designed.rungs.dropFirst()) {
      #expect(upper.bitrate > lower.bitrate && upper.resolution.pixels >= lower.resolution.pixels, words)
      // 1.3 at the least.
      #expect(upper.bitrate.bitsPerSecond * 10 >= lower.bitrate.bitsPerSecond * 13, words)
    }
    for rung in designed.rungs {
      #expect(rung.resolution.width <= request.source.width && rung.resolution.height <= request.source.height, words)
      #expect(rung.fps <= request.sourceRate, words)
      #expect(rung.maxBitrate >= rung.bitrate && !rung.reason.isEmpty, words)
      if let cap = request.maxBitrate { #expect(rung.maxBitrate.bitsPerSecond + rung.audioBitrate.bitsPerSecond <= cap.bitsPerSecond, words) }
    }
    if let count = request.rungs, !designed.rungs.isEmpty { #expect(designed.rungs.count == count, words) }
  }

  @Test("what an encoder sends to a destination is within its limits, and OBS Studio is set up for it", arguments: Destinations.all.map(\.id))
  func destination(_ id: String) throws {
    var random = SplitMix(seed: 0x64_65_73_74)
    var made = 0
    for _ in 0..<Depth.times(60, quick: 12) {
      var request = try Self.request(0, &random)
      request.providers = [TargetID(rawValue: id)]
      request.rungs = nil
      guard let designed = try? design(request) else { continue }
      made += 1
      Self.judge(designed, request)
      #expect(designed.targets == ["obs"] && designed.rungs.count == 1)
      let setup = try #require(compile(SourceInput(name: "designed.yaml", text: designed.spec)).streams.first?.setups.first)
      #expect(setup.encoder == "obs")
    }
    #expect(made > 2)
    // Its usual source has one, and nothing beside a destination is designed.
    let usual = LadderRequest(source: Resolution(width: 1920, height: 1080), at: FrameRate(60), for: [TargetID(rawValue: id)])
    Self.judge(try design(usual), usual)
    #expect(throws: RungError.self) { try design(LadderRequest(source: usual.source, at: usual.sourceRate, for: usual.providers + ["tenbyte"])) }
  }

  /// Every subset of the providers has a ladder for the usual source.
  @Test(arguments: 0..<(1 << Providers.ids.count)) func everySubset(_ subset: Int) throws {
    let providers = Providers.ids.enumerated().filter { subset & (1 << $0.offset) != 0 }.map(\.element)
    for rate in Depth.some(["25", "30"], quick: 1, from: subset) {
      for content in ContentClass.allCases {
        var request = LadderRequest(source: Resolution(width: 1920, height: 1080), at: try read(rate), for: providers.map(TargetID.init))
        request.content = content
        Self.judge(try design(request), request)
      }
    }
  }
}

func read<Value: UnitValue>(_ text: String) throws -> Value {
  switch Value.parse(text) {
  case .value(let value), .remarked(let value, _), .doubtful(let value, _): return value
  case .fault(let fault): throw Unreadable(text: text, reason: fault.message)
  }
}

struct Unreadable: Error {
  let text: String
  let reason: String
}
