import Foundation
import Rung
import RungOutput
import RungProviders
import RungSpec
import RungTestSupport
import Testing

/// What `--for ffmpeg` makes is run, and what comes out is what the spec says and what `ladder preview` said before.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg))) struct CommandTests {
  /// The most that an average may be off over a few seconds: rate control evens out over its buffer.
  private static let tolerance = 0.15

  @Test("shipped specs come out as they say", arguments: [("Tests/Golden/ffmpeg-ladder/spec.yaml", 13), ("Tests/Golden/tenbyte-video/spec.yaml", 8)])
  func shipped(_ path: String, _ seconds: Int) throws {
    let text = try #require(Repository.text(path))
    // One playlist of each writer.
    let isByFFmpeg = path.contains("ffmpeg-ladder")
    let run = try Run(isByFFmpeg ? text.replacing("directory: out", with: "directory: out, playlist: ffmpeg") : text, name: path, seconds: seconds)
    #expect(try isByFFmpeg == run.text("out/hls/master.m3u8").contains("\n\n"))
    for complaint in ["level limit", "VBV ", "less than average", "deprecated"] {
      #expect(!run.log.split(separator: "\n").contains { $0.contains(complaint) && !$0.contains("cpb:") }, "\(path): \(complaint)")
    }
    #expect(!run.log.contains("open_gop=1"))
    let variants = Run.variants(try run.text("out/hls/master.m3u8"))
    #expect(variants.count == run.renditions.count)
    for (index, rendition) in run.renditions.enumerated() {
      let predicted = run.predicted.variants[index]
      let file = "out/hls/\(predicted.id)/index.m3u8"
      try Self.expect(rendition, in: run, file)
      // ffmpeg names H.264 and AAC rightly.
      #expect(variants[index]["CODECS"] == predicted.codecs)
      #expect(variants[index]["RESOLUTION"] == predicted.resolution?.text)
      try Self.expectSegments(predicted, in: run, file)
      let sound = try #require(try run.streams(file, "a").first)
      #expect(sound.codec_name == "aac")
      #expect(sound.channels == 2)
      #expect(sound.sample_rate == "48000")
    }
    // The same encoding, written as DASH beside it.
    #expect(try Outside.run("/usr/bin/env", [Judge.python, "\(Repository.root)/Tests/PackagerTests/manifest.py", run.path("out/dash/manifest.mpd")], in: nil).out == "")
    let manifest = try run.text("out/dash/manifest.mpd")
    for variant in run.predicted.variants { #expect(manifest.contains("codecs=\"\(variant.videoCodec ?? "")\"")) }
    #expect(manifest.matches(of: /<Representation\b/).count == run.predicted.variants.count + run.predicted.sounds.count)
  }

  private static func expect(_ rendition: InspectedRendition, in run: Run, _ file: String) throws {
    let name = rendition.name ?? file
    let stream = try #require(try run.streams(file, "v").first)
    #expect(stream.codec_name == "h264", "\(name)")
    #expect(stream.profile?.lowercased().hasSuffix(rendition.profile ?? "high") == true, "\(name): \(stream.profile ?? "")")
    #expect(stream.level == rendition.statedLevel.flatMap { Rational(decimal: $0)?.times(Rational(10))?.whole }, "\(name)")
    #expect(stream.width == rendition.resolution?.width, "\(name)")
    #expect(stream.height == rendition.resolution?.height, "\(name)")
    #expect(stream.r_frame_rate == rendition.rate, "\(name)")
    try expectGOP(rendition, try run.packets(file, "v"), name)
    let packets = try run.packets(file, "v")
    let fps = try #require(rendition.fps).value.approximation
    let rate = Double(packets.map(\.bytes).reduce(0, +) * 8) / (Double(packets.count) / fps)
    let target = Double(try #require(rendition.bitrate).bitsPerSecond)
    #expect(abs(rate - target) <= target * tolerance, "\(name): \(Int(rate)) bit/s for \(Int(target))")
    // What the buffer lets through in a second.
    let most = Double(try #require(rendition.maxBitrate).bitsPerSecond) + Double(try #require(rendition.buffer).bits)
    let window = Int(fps.rounded())
    for start in stride(from: 0, to: packets.count - window, by: window) {
      let bits = Double(packets[start..<start + window].map(\.bytes).reduce(0, +) * 8)
      #expect(bits <= most, "\(name): \(Int(bits)) bits in a second")
    }
  }

  private static func expectGOP(_ rendition: InspectedRendition, _ packets: [Run.Packet], _ name: String) throws {
    let keys = packets.indices.filter { packets[$0].isKey }
    #expect(keys.first == 0, "\(name)")
    let gop = try #require(rendition.gopFrames)
    #expect(keys == Array(stride(from: 0, to: packets.count, by: gop)), "\(name): keyframes at \(keys)")
  }

  /// All segments but the last, which is what is left.
  private static func expectSegments(_ variant: PreviewedVariant, in run: Run, _ file: String) throws {
    let playlist = try run.playlist(file)
    let segments = try #require(variant.hlsSegments)
    let interval = try #require(run.renditions.first { $0.name == variant.name }?.gopSeconds)
    let timeline = try #require(SegmentTimeline(asked: segments.asked, keyframeEvery: interval))
    let lengths = timeline.lengths(first: playlist.lengths.count).map { $0.value.approximation }
    for (real, said) in zip(playlist.lengths.dropLast(), lengths) { #expect(abs(real - said) < 0.000_002, "\(file): \(playlist.lengths), \(lengths)") }
    #expect(playlist.lengths.count > 1, "\(file)")
    #expect(playlist.target == segments.targetDuration || playlist.lengths.max() != lengths.max(), "\(file)")
  }

  // MARK: Segments

  private static func small(_ gops: [Int], segment: String, format: String) -> String {
    let renditions = gops.enumerated().map { index, gop in
      "    - {name: r\(index), resolution: 320x180, gop: \(gop), bitrate: \(150 - 50 * index)k, max_bitrate: 200k, buffer: 200k}"
    }
    return """
      rung: 1
      name: Segments
      targets: [ffmpeg]
      ladder:
        defaults: {fps: 25, codec: h264, profile: main, encoder_preset: veryfast, bframes: 0, ref_frames: 1, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 64k}}
        renditions:
      \(renditions.joined(separator: "\n"))
      packaging:
        hls: {segment_format: \(format), segment_duration: \(segment), playlist_segments: 100}
      """
  }

  @Test(
    "segments are as long as was said, for ladders that fit and for ladders that do not",
    arguments: [("6s", [50], "mpegts"), ("5s", [50], "fmp4"), ("3s", [50, 25], "fmp4"), ("2s", [48, 50], "mpegts")])
  func segments(_ segment: String, _ gops: [Int], _ format: String) throws {
    let run = try Run(Self.small(gops, segment: segment, format: format), seconds: 24, despite: ["spec/segment-not-whole-gops"])
    for variant in run.predicted.variants { try Self.expectSegments(variant, in: run, "out/hls/\(variant.id)/index.m3u8") }
    #expect(run.predicted.hls.isAligned == (gops.count == 1))
  }

  @Test("containers take what was reckoned")
  func containers() throws {
    let plain = try Run(Self.small([50], segment: "6s", format: "fmp4"), seconds: 24)
    // In MP4 packets are nothing but what was encoded; in MPEG-TS they have headers of their own.
    func rate(_ kind: String) throws -> Int64 {
      Int64(try plain.packets("out/hls/r0/index.m3u8", kind).map(\.bytes).reduce(0, +) * 8 / plain.seconds)
    }
    let (video, audio) = (try rate("v"), try rate("a"))
    for run in [plain, try Run(Self.small([50], segment: "6s", format: "mpegts"), seconds: 24)] {
      let bits = try run.playlist("out/hls/r0/index.m3u8").segments.map { try run.size("out/hls/r0/\($0)") * 8 }.reduce(0, +)
      let format = try #require(SegmentFormat(rawValue: run.predicted.hls.format))
      let reckoned = try #require(
        ContainerOverhead(format, segment: Seconds(6)).total(
          video: Bitrate(bitsPerSecond: video), fps: FrameRate(25), audio: Bitrate(bitsPerSecond: audio), sound: nil)).bitsPerSecond
      let real = Int64(bits / run.seconds)
      #expect(
        abs(real - reckoned) * 4 <= reckoned - video - audio, "\(format): \(real) bit/s, reckoned \(reckoned), payload \(video + audio)")
    }
  }

  // MARK: Pushing

  @Test("each rendition of a passthrough ladder is pushed by itself")
  func pushed() throws {
    let path = "Tests/Golden/ffmpeg-push/spec.yaml"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-push-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A folder takes the place of the server: what would be sent is written.
    let run = try Run(
      try #require(Repository.text(path)), name: path, seconds: 4,
      environment: ["MKIO_INGEST": folder.path, "MKIO_STREAM_720P": "a b.flv", "MKIO_STREAM_360P": "$(touch pwned).flv"])
    for (index, name) in ["a b.flv", "$(touch pwned).flv"].enumerated() {
      let rendition = run.renditions[index]
      let file = folder.appendingPathComponent(name)
      try FileManager.default.moveItem(at: file, to: run.folder.appendingPathComponent("\(index).flv"))
      let stream = try #require(try run.streams("\(index).flv", "v").first)
      #expect(stream.width == rendition.resolution?.width)
      #expect(stream.r_frame_rate == rendition.rate)
      #expect(try run.streams("\(index).flv", "a").count == 1)
      try Self.expectGOP(rendition, try run.packets("\(index).flv", "v"), name)
    }
    #expect(!FileManager.default.fileExists(atPath: run.path("pwned")))
  }

  @Test("a ladder of sounds alone is packaged")
  func sounds() throws {
    let spec = """
      rung: 1
      name: Radio
      media: audio
      targets: {ffmpeg: {playlist: ffmpeg}}
      ladder:
        defaults: {audio: {codec: aac, channels: 2, sample_rate: 44100 Hz}}
        renditions:
          - {name: high, audio: {bitrate: 128k}}
          - {name: low, audio: {bitrate: 64k}}
      packaging:
        hls: {segment_format: mpegts, segment_duration: 4s}
      """
    let run = try Run(spec, seconds: 9)
    let variants = Run.variants(try run.text("out/hls/master.m3u8"))
    #expect(variants.map { $0["CODECS"] } == run.predicted.variants.map(\.codecs))
    #expect(try run.streams("out/hls/low/index.m3u8", "a").first?.sample_rate == "44100")
  }

  // MARK: Safety

  @Test("what an author writes is data to the script, whatever it looks like")
  func hostile() throws {
    let spec = #"""
      rung: 1
      name: "x'\"; touch pwned; $(touch pwned) `touch pwned` \\\ntouch pwned\n"
      targets:
        ffmpeg: {input: "$(touch pwned)'`touch pwned`\"; touch pwned #"}
      ladder:
        renditions:
          - {name: "'; touch pwned; %v:|[]", resolution: 160x90, fps: 25, gop: 25, codec: h264, encoder_preset: veryfast, bitrate: 100k, audio: {codec: aac, bitrate: 64k}}
          - {name: "$(touch pwned)", resolution: 80x44, fps: 25, gop: 25, codec: h264, encoder_preset: veryfast, bitrate: 50k, audio: {codec: aac, bitrate: 64k}}
      packaging:
        hls: {segment_format: mpegts, segment_duration: 1s}
        dash: {segment_format: fmp4, segment_duration: 1s}
      """#
    let run = try Run(spec, seconds: 2)
    #expect(!FileManager.default.fileExists(atPath: run.path("pwned")))
    #expect(run.predicted.variants.map(\.id) == ["90p", "44p"])
    #expect(FileManager.default.fileExists(atPath: run.path("out/hls/44p/index.m3u8")))
    #expect(FileManager.default.fileExists(atPath: run.path("out/dash/manifest.mpd")))
  }
}
