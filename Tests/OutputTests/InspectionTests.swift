import Rung
import RungOutput
import RungSource
import RungSpec
import RungTestSupport
import Testing

@Suite struct InspectionTests {
  @Test("keyframes that nobody states are those that the encoder is set to, and are marked so")
  func usualKeyframes() throws {
    let text = "rung: 1\nname: a\nTARGETladder: {renditions: [{name: x, codec: h264, resolution: 1280x720, fps: 25}, {name: y, codec: h264, resolution: 640x360, fps: 25, gop: 50}]}\n"
    func read(_ target: String, for id: TargetID? = nil) throws -> ([InspectedRendition], String) {
      let result = inspect(SourceInput(name: "a", text: text.replacing("TARGET", with: target)), for: id)
      return (try #require(result.streams.first).renditions, result.rendered(as: .text))
    }
    for (target, id) in [("targets: [ffmpeg]\n", nil), ("", "ffmpeg"), ("targets: [tenbyte]\n", "ffmpeg")] {
      let (renditions, shown) = try read(target, for: id.map(TargetID.init))
      #expect(renditions.map(\.gopFrames) == [50, 50])
      #expect(renditions.map(\.hasUsualGOP) == [true, false])
      #expect(shown.contains("50 = 2 s *") && shown.contains("* the keyframe interval is not set"))
    }
    #expect(try read("targets: [tenbyte]\n").0.map(\.gopFrames) == [nil, 50])
    #expect(try read("").0.map(\.hasUsualGOP) == [false, false])
  }

  private static let text = """
    rung: 1
    name: Evening
    ladder:
      defaults: {fps: 25, keyframe_interval: 2s, codec: h264, profile: main, ref_frames: 3, bframes: 2, bitrate: 3000k, max_bitrate: 3500k, buffer: 7000k}
      renditions:
        - {name: 1080p, resolution: 1920x1080, level: "4.0"}
        - {name: 720p, resolution: 1280x720, fps: 30000/1001, keyframe_interval: 2.002s}
        - {name: hevc, codec: h265, resolution: 1280x720, fps: 60, keyframe_interval: 2s, max_bitrate: 300M, buffer: 300M}
        - {name: vp9, codec: vp9, profile: main, resolution: 854x480}
        - {name: open, codec: av1, resolution: 854x480, gop: 75}
        - {name: wall, codec: av1, resolution: 20000x20000}
    packaging: {hls: {segment_duration: 5s}, dash: {segment_duration: 6s}}
    """

  private static func inspected(_ text: String = text) -> InspectionAnalysis { inspect(SourceInput(name: "spec.yaml", text: text)) }

  @Test("levels, GOPs, buffers and segments of every rendition")
  func values() throws {
    let stream = try #require(Self.inspected().streams.first)
    #expect(stream.name == "Evening")
    let found = stream.renditions
    #expect(found.map(\.minimumLevel?.name) == ["4.0", "3.1", "6.1", "3.1", "3.0", nil])
    #expect(found.map(\.minimumLevel?.tier) == [nil, nil, "high", nil, "main", nil])
    #expect(found.map(\.minimumLevel?.isLowerBound) == [false, false, false, false, false, false])
    #expect(found.map(\.statedLevel) == ["4.0", nil, nil, nil, nil, nil])
    #expect(found.map(\.gopFrames) == [50, 60, 120, 50, 75, 50])
    #expect(found.map { $0.gopSeconds?.value.text } == ["2", "2.002", "2", "2", "3", "2"])
    #expect(found.map(\.dpbFrames) == [4, 4, 5, nil, nil, nil])
    #expect(found[0].bitsPerPixel == Rational(3_000_000, 1920 * 1080 * 25))
    #expect(found[0].vbvSeconds == Rational(2))
    #expect(found[0].minimumLevel?.decidedBy.map(\.limit) == ["frame_size"])
    #expect(found[5].minimumLevel?.decidedBy.first?.limit == "frame_size")
    #expect(found[0].segments.map(\.output) == ["hls", "dash"])
    #expect(found[0].segments.map { $0.lengths.map(\.text) } == [["6s", "4s"], ["6s"]])
    #expect(found[0].segments.map(\.targetDuration) == [6, 6])
    #expect(found[1].segments[1].period == 1001)
    #expect(found[4].segments[0].lengths.map(\.text) == ["6s", "6s", "3s"])
  }

  @Test("what the spec leaves out is said, and makes a lower bound")
  func open() throws {
    let stream = try #require(Self.inspected("""
      rung: 1
      name: open
      ladder:
        renditions:
          - {name: a, codec: h264, resolution: 1280x720}
          - {name: b, codec: h264, profile: baseline, resolution: 1280x720, fps: 30, bitrate: 3M, rate_control: cbr, buffer: 3M, ref_frames: 1}
          - {name: c, codec: h265, resolution: 1280x720, fps: 30, max_bitrate: 3M}
          - {name: d, resolution: 1280x720}
          - {name: e, codec: h264}
      """).streams.first)
    #expect(stream.renditions.map { $0.minimumLevel?.open } == [
      ["fps", "max_bitrate", "profile", "buffer", "ref_frames", "bframes"], [], ["buffer", "ref_frames", "bframes"], nil, nil,
    ])
    #expect(stream.renditions.map { $0.minimumLevel?.name } == ["3.1", "3.1", "3.1", nil, nil])
    #expect(stream.renditions[1].dpbFrames == 1)
    #expect(stream.renditions[0].dpbFrames == nil)
  }

  @Test("a stated tier is shown, and the level is found in it")
  func tiers() throws {
    let text = """
      rung: 1
      name: tiers
      ladder:
        defaults: {codec: h265, profile: main, fps: 30, ref_frames: 3, bframes: 3, bitrate: 10M, max_bitrate: 15M, buffer: 15M, tier: high}
        renditions:
          - {name: a, resolution: 1920x1080, level: "4.0"}
          - {name: b, resolution: 1920x1080, tier: main}
          - {name: c, resolution: 640x360, bitrate: 500k, max_bitrate: 700k, buffer: 700k}
          - {name: d, codec: av1, resolution: 1920x1080}
          - {name: e, codec: av1, resolution: 1920x1080, level: "3.1"}
          - {name: f, codec: h264, resolution: 1280x720}
          - {name: g, resolution: 1920x1080, max_bitrate: 300M, buffer: 300M, tier: main}
      """
    let found = try #require(Self.inspected(text).streams.first).renditions
    #expect(found.map(\.statedTier) == ["high", "main", "high", "high", "high", nil, "main"])
    #expect(found.map(\.minimumLevel?.name) == ["4.0", "4.1", "4.0", "4.0", "4.0", "3.2", nil])
    #expect(found.map(\.minimumLevel?.tier) == ["high", "main", "high", "high", "high", nil, nil])
    #expect(found[2].minimumLevel?.decidedBy.map(\.limit) == ["tier"])
    #expect(found[6].minimumLevel?.decidedBy.map(\.limit) == ["bitrate", "buffer"])
    let prose = Self.inspected(text).rendered(as: .text)
    for part in ["4.0 High tier  4.0 High tier", "4.1            Main tier", "c needs level 4.0; 3.1 is too low: it has no High tier"] {
      #expect(prose.contains(part), "\(part)\n\(prose)")
    }
    let schema = try SchemaCheck(InspectionJSON.schemaText)
    #expect(schema.faults(in: Self.inspected(text).rendered(as: .json)) == [])
    let names = try #require(preview(SourceInput(name: "spec.yaml", text: text)).streams.first).variants.map(\.videoCodec)
    #expect(names == ["hvc1.1.6.H120.90", "hvc1.1.6.L123.90", "hvc1.1.6.H120.90", "av01.0.08H.08", "av01.0.05M.08", "avc1.4d4020", nil])
  }

  @Test("presets, overrides, audio, passthrough, several documents")
  func kinds() throws {
    let all = Self.inspected("""
      rung: 1
      name: preset
      targets: {tenbyte: {overrides: {ladder: {drop: [480p]}}}}
      ladder: {preset: tenbyte-balanced}
      ---
      rung: 1
      name: radio
      media: audio
      ladder: {renditions: [{name: high, audio: {codec: aac, bitrate: 128k}}]}
      ---
      rung: 1
      name: forwarded
      encoding: passthrough
      ingest: {video: {codec: h264, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, bitrate: 4500k}}
      ---
      rung: 1
      name: bare
      """)
    #expect(all.streams.map(\.name) == ["preset", "radio", "forwarded", "bare"])
    #expect(all.streams.map { $0.renditions.count } == [3, 1, 1, 0])
    #expect(all.streams[1].renditions[0].codec == "aac")
    #expect(all.streams[2].isIngest)
    #expect(all.streams[2].renditions[0].minimumLevel?.name == "4.0")
    let narrowed = inspect(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\ntargets: {tenbyte: {overrides: {ladder: {drop: [480p]}}}}\nladder: {preset: tenbyte-balanced}\n"), for: "tenbyte")
    #expect(narrowed.streams[0].renditions.map(\.name) == ["1080p", "720p"])
    #expect(inspect(SourceInput(name: "a.yaml", text: "rung: 1\nname: [news\n")).streams.isEmpty)
  }

  @Test("every example fits the schema, and its numbers are JSON's shortest")
  func schema() throws {
    let schema = try SchemaCheck(InspectionJSON.schemaText)
    let json = Self.inspected().rendered(as: .json)
    #expect(schema.faults(in: json) == [])
    #expect(json.contains("\"bits_per_pixel\": 0.05787,"), "\(json)")
    #expect(json.contains("\"fps\": 29.97003,"))
    #expect(schema.faults(in: #"{"version": 1, "streams": [], "renditions": [{"name": 3}]}"#) != [])
    for example in Depth.some(allRules.flatMap { $0.bad + $0.good }, quick: 40) {
      let result = Self.inspected(MarkedText(example.text).text)
      #expect(schema.faults(in: result.rendered(as: .json)) == [], "\(example.text)")
      #expect(!result.rendered(as: .text).contains("Optional("))
    }
  }

  @Test("text to read")
  func prose() {
    let text = Self.inspected().rendered(as: .text)
    for part in [
      "1080p  H.264 main  1920x1080    25     3 Mbps   4.0", "6.1 High tier", "wall exceeds every level: a 20000x20000 frame", "720p needs level 3.1; 3.0 is too low: a 1280x720 frame",
      "HLS segments of 5s (1080p, hevc, vp9, wall): 6, 4 s …, target duration 6", "DASH segments of 6s (1080p, hevc, vp9, open, wall): 6 s each",
      "(720p): 6.006 s, with an occasional one of 4.004 s",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
    #expect(inspect(SourceInput(name: "a", text: "rung: 1\nname: bare\n")).rendered(as: .text) == "bare: no ladder\n")
  }
}
