import Rung
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Requirements of others that a stream is held to when it asks.
@Suite struct PackTests {
  private static func found(_ text: String, packs: [RulePack] = []) -> [Diagnostic] {
    check(SourceInput(name: "a.yaml", text: text), packs: packs).diagnostics.filter { $0.id != "spec/no-target" }
  }

  @Test("a rule of a pack cites its requirement, and is as strict as that", arguments: allPacks.map(\.name))
  func strengths(_ name: String) throws {
    let pack = try #require(allPacks.first { $0.name == name })
    #expect(!pack.rules.isEmpty && !pack.adopted.isEmpty)
    for rule in pack.rules {
      let text = try #require(rule.citation, "\(rule.id)").text
      let mildest: Severity =
        text.contains("over cellular networks") || text.contains("SHOULD") ? .warning
        : text.contains("MUST") || text.contains("SHALL") ? .error : text.contains("recommended") ? .note : .error
      // What is asked of video on demand is no more than worth knowing for a live stream.
      #expect(rule.severity == (text.contains("video on demand") ? .note : mildest), "\(rule.id): \(text)", sourceLocation: rule.sourceLocation)
    }
    for adoption in pack.adopted {
      #expect(adoption.severity >= adoption.rule.severity)
      #expect(adoption.severity == (adoption.citation.text.contains("(MUST)") ? .error : .warning), "\(adoption.rule.id)")
    }
  }

  @Test("rules of a pack speak only where the pack is asked for, in the spec or beside it")
  func chosen() {
    for (pack, rule) in allPacks.flatMap({ info in info.rules.map { (info.pack, $0) } }) {
      for example in rule.bad where example.isWritten {
        let text = MarkedText(example.text).text
        let without = text.replacing("packs: [\(pack.rawValue)]\n", with: "")
        #expect(!Self.found(without).contains { $0.id == rule.id }, "\(rule.id)", sourceLocation: example.sourceLocation)
        #expect(Self.found(without, packs: [pack]).contains { $0.id == rule.id }, "\(rule.id)", sourceLocation: example.sourceLocation)
        #expect(Self.found(text, packs: [pack]).filter { $0.id == rule.id }.count == Self.found(text).filter { $0.id == rule.id }.count)
      }
    }
  }

  @Test("a general rule that a pack requires speaks with the pack's strength and source; what it takes lightly stays so")
  func adopted() throws {
    let text = "rung: 1\nname: news\nladder:\n  renditions:\n    - {name: 1080p, resolution: 1920x1080, codec: h265}\npackaging: {hls: {segment_format: mpegts}}\n"
    #expect(Self.found(text).first { $0.id == "spec/hevc-in-mpegts" }?.severity == .warning)
    let hit = try #require(Self.found(text, packs: [.appleHLS]).first { $0.id == "spec/hevc-in-mpegts" })
    #expect(hit.severity == .error)
    #expect(hit.citation?.locator.hasPrefix("1.5 (MUST)") == true)
    #expect(Self.found(text, packs: [.dashIF]).first { $0.id == "spec/hevc-in-mpegts" }?.severity == .warning)
    let ntsc = "rung: 1\nname: news\nladder:\n  renditions:\n    - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}\npackaging: {hls: {segment_duration: 6s}}\n"
    #expect(Self.found(ntsc, packs: [.appleHLS, .dashIF]).first { $0.id == "spec/segment-not-whole-gops" }?.severity == .note)
    // The strength goes with the stream, not with the run.
    let both = check(SourceInput(name: "a.yaml", text: text.replacing("name: news\n", with: "name: news\npacks: [apple-hls]\n") + "---\n" + text))
    #expect(both.diagnostics.filter { $0.id == "spec/hevc-in-mpegts" }.map(\.severity) == [.error, .warning])
  }

  @Test("where a rule of a pack says more than a general one, that one keeps quiet")
  func replaced() {
    let text = "rung: 1\nname: news\nladder:\n  defaults: {fps: 25, codec: h264}\n  renditions:\n    - {name: 720p, resolution: 1280x720, keyframe_interval: 2s}\n    - {name: 480p, resolution: 854x480, keyframe_interval: 3s}\n"
    #expect(Self.found(text).map(\.id).contains("ladder/keyframe-intervals-differ"))
    let ids = Self.found(text, packs: [.dashIF]).map(\.id)
    #expect(ids.contains("dash-if/segments-not-aligned"))
    #expect(!ids.contains("ladder/keyframe-intervals-differ"))
    let apple = Self.found(text, packs: [.appleHLS])
    #expect(apple.first { $0.id == "ladder/keyframe-intervals-differ" }?.severity == .warning)
  }

  // MARK: Apple's own ladders

  private static let outputs = "packaging: {hls: {segment_format: fmp4, segment_duration: 6s, playlist_segments: 150}}\n"
  private static let sound = "{codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 40k}"

  @Test("Apple's H.264 ladder passes Apple's requirements without a word")
  func appleH264() {
    for source in ["", "ingest: {video: {fps: 30}}\n"] {
      let text = "rung: 1\nname: news\n\(source)packs: [apple-hls]\nladder: {preset: apple-h264, defaults: {audio: \(Self.sound)}}\n\(Self.outputs)"
      let found = Self.found(text)
      #expect(found.isEmpty, "\(found.map { "\($0.id): \($0.message)" })")
    }
    let bare = Self.found("rung: 1\nname: news\npacks: [apple-hls, dash-if]\nladder: {preset: apple-h264}\n")
    #expect(bare.isEmpty, "\(bare.map { "\($0.id): \($0.message)" })")
  }

  @Test("Apple's HEVC ladders pass but for the variants in H.264 that belong beside them, and with one of those without a word",
    arguments: ["apple-hevc", "apple-hevc-hdr"])
  func appleHEVC(_ preset: String) {
    let alone = Self.found("rung: 1\nname: news\npacks: [apple-hls]\nladder: {preset: \(preset)}\n\(Self.outputs)")
    #expect(alone.map(\.id) == ["apple-hls/no-h264-variant"], "\(alone.map { "\($0.id): \($0.message)" })")
    let beside = Self.found("""
      rung: 1
      name: news
      packs: [apple-hls]
      ladder:
        preset: \(preset)
        defaults: {audio: \(Self.sound)}
        renditions:
          - {name: 234p-h264, resolution: 416x234, codec: h264, profile: high, bitrate: 145k}
      \(Self.outputs)
      """)
    #expect(beside.filter { $0.id.rawValue.hasPrefix("apple-hls/") }.isEmpty, "\(beside.map { "\($0.id): \($0.message)" })")
  }

  @Test("the shipped Apple ladders have the sizes and bitrates of the table")
  func tables() throws {
    let tables: [(String, [(String, Int)])] = [
      ("apple-h264", [
        ("1920x1080", 7800), ("1920x1080", 6000), ("1280x720", 4500), ("1280x720", 3000), ("960x540", 2000), ("768x432", 1100), ("768x432", 730),
        ("640x360", 365), ("416x234", 145),
      ]),
      ("apple-hevc", [
        ("3840x2160", 16800), ("3840x2160", 11600), ("2560x1440", 8100), ("1920x1080", 5800), ("1920x1080", 4500), ("1280x720", 3400),
        ("1280x720", 2400), ("960x540", 1600), ("960x540", 900), ("960x540", 600), ("768x432", 300), ("640x360", 145),
      ]),
      ("apple-hevc-hdr", [
        ("3840x2160", 20000), ("3840x2160", 13900), ("2560x1440", 9700), ("1920x1080", 7000), ("1920x1080", 5400), ("1280x720", 4080),
        ("1280x720", 2900), ("960x540", 1930), ("960x540", 1090), ("960x540", 730), ("768x432", 360), ("640x360", 160),
      ]),
    ]
    for (name, rows) in tables {
      let preset = try #require(Presets.named(name))
      let written = preset.node["ladder"]?["renditions"]?.items.map {
        "\($0["resolution"]?.scalar?.text ?? "") \($0["bitrate"]?.scalar?.text ?? "")"
      }
      #expect(written == rows.map { "\($0.0) \($0.1)k" }, "\(name)")
    }
  }
}
