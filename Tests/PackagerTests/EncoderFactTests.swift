import Foundation
import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// What Rung says of encoders, beside the encoders: peaks, filler, containers, windows, sounds, VP9's levels. With `RUNG_GRID`
/// set the peaks of SVT-AV1 and libvpx are measured too, over 12 s.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg))) struct EncoderFactTests {
  // MARK: Rates

  /// Still, moving and noisy pictures by turns: what a maximum is for.
  static func hard(_ size: String) -> String {
    "testsrc2=s=\(size):r=25,drawbox=t=fill:c=gray:enable='lt(mod(t,6),2)',noise=alls=80:allf=t:enable='gte(mod(t,6),4)'"
  }

  private static func spec(_ rendition: String, _ hls: String) -> String {
    """
    rung: 1
    name: Peaks
    targets: [ffmpeg]
    ladder: {renditions: [{name: r0, resolution: 320x180, fps: 25, gop: 50, \(rendition)}]}
    packaging: {hls: {segment_format: \(hls), segment_duration: 2s, playlist_segments: 100}}
    """
  }

  private static func encoded(_ rendition: String, source: String, seconds: Int, _ version: FFmpegVersion, hls: String = "mpegts") throws -> (bits: [Int], ids: Set<String>) {
    let analysis = compile(SourceInput(name: "spec.yaml", text: spec(rendition, hls)), for: ["ffmpeg"])
    let command = try #require(analysis.streams.first?.setups.first?.command)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-peak-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for directory in command.directories {
      try FileManager.default.createDirectory(at: folder.appendingPathComponent(directory), withIntermediateDirectories: true)
    }
    let arguments = ["-v", "error", "-nostdin", "-f", "lavfi", "-t", "\(seconds)", "-i", source] + command.parts.flatMap { $0.lines.flatMap { $0.map(\.text) } }
    let result = try Outside.run(try version.program(), arguments, in: folder)
    #expect(result.code == 0, "\(version): \(rendition): \(result.err.suffix(500))")
    let probe = try Outside.run(
      try Outside.tool("ffprobe"), ["-v", "error", "-select_streams", "v", "-show_entries", "packet=size", "-of", "csv=p=0", "out/hls/r0/index.m3u8"], in: folder)
    let bits = probe.out.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }.map { $0 * 8 }
    return (bits, Set(analysis.diagnostics.map(\.id.rawValue)))
  }

  /// The most of any window as long as the buffer, beside what maximum and buffer allow in it.
  private static func excess(_ bits: [Int], max: Double, buffer: Double) -> Double {
    let window = Swift.max(1, Int((buffer / max * 25).rounded()))
    guard bits.count > window else { return 0 }
    let most = (0...bits.count - window).map { Double(bits[$0..<$0 + window].reduce(0, +)) }.max() ?? 0
    return most / (max * Double(window) / 25 + buffer)
  }

  private static let peaks: [(String, Double, Double)] = {
    var peaks: [(String, Double, Double)] = []
    for (codec, preset) in [("h264", "veryfast"), ("h265", "ultrafast"), ("av1", ""), ("vp9", "")] {
      let start = "codec: \(codec)" + (preset.isEmpty ? "" : ", encoder_preset: \(preset)")
      for (rate, max, buffer) in [
        ("rate_control: cbr, bitrate: 300k", 300.0, 300.0), ("rate_control: cbr, bitrate: 300k, max_bitrate: 300k, buffer: 600k", 300, 600),
        ("bitrate: 300k, max_bitrate: 450k, buffer: 450k", 450, 450), ("bitrate: 300k, max_bitrate: 450k, buffer: 225k", 450, 225),
        ("rate_control: capped-crf, crf: 23, max_bitrate: 400k, buffer: 400k", 400, 400),
      ] { peaks.append(("\(start), \(rate)", max * 1000, buffer * 1000)) }
    }
    return peaks
  }()

  @Test("a maximum is kept within 5 % over one buffer window, or is said not to be enforced", arguments: FFmpegVersion.allCases)
  func maximum(_ version: FFmpegVersion) throws {
    for (rendition, max, buffer) in Self.peaks {
      let isWhole = Repository.variable("RUNG_GRID") != nil
      let isEnforced = !rendition.contains("av1") && !rendition.contains("vp9")
      #expect(isEnforced || check(SourceInput(name: "spec.yaml", text: Self.spec(rendition, "fmp4")), for: ["ffmpeg"]).diagnostics.contains { $0.id == "ffmpeg/maximum-not-enforced" })
      guard isWhole || (isEnforced && !rendition.contains("buffer: 600k")) else { continue }
      let (bits, ids) = try Self.encoded(rendition, source: Self.hard("320x180"), seconds: isWhole ? 12 : 6, version, hls: "fmp4")
      let excess = Self.excess(bits, max: max, buffer: buffer)
      if isWhole { print("\(version): \(rendition): \((excess * 1000).rounded() / 1000) of the bound") }
      #expect(excess <= 1.05 || ids.contains("ffmpeg/maximum-not-enforced"), "\(version): \(rendition): \(excess) of the bound")
      #expect(ids.contains("ffmpeg/maximum-not-enforced") == !isEnforced, "\(rendition)")
    }
  }

  @Test("a constant bitrate is filled up on still pictures, or is said not to be", arguments: FFmpegVersion.allCases)
  func constant(_ version: FFmpegVersion) throws {
    for (rendition, container, isFilled) in [
      ("codec: h264, encoder_preset: veryfast, rate_control: cbr, bitrate: 800k, buffer: 800k", "mpegts", true),
      ("codec: h265, encoder_preset: ultrafast, rate_control: cbr, bitrate: 800k, buffer: 800k", "mpegts", true),
      ("codec: h264, encoder_preset: veryfast, rate_control: cbr, bitrate: 800k, buffer: 800k", "fmp4", false),
      ("codec: h264, encoder_preset: veryfast, rate_control: cbr, bitrate: 800k, max_bitrate: 1000k, buffer: 1000k", "mpegts", false),
      ("codec: av1, rate_control: cbr, bitrate: 800k, buffer: 800k", "fmp4", false),
    ] {
      let (bits, ids) = try Self.encoded(rendition, source: "color=gray:s=320x180:r=25", seconds: 8, version, hls: container)
      let rate = Double(bits.reduce(0, +)) / 8
      let isSaid = ids.contains("ffmpeg/bitrate-not-constant") || ids.contains("ffmpeg/maximum-not-enforced")
      #expect((rate > 700_000) == isFilled, "\(version): \(rendition) in \(container): \(rate)")
      #expect(isSaid == !isFilled, "\(rendition) in \(container)")
    }
  }

  // MARK: Settings

  @Test("a setting that is found to be refused does not start, and what is written in its place does", arguments: FFmpegVersion.allCases)
  func refused(_ version: FFmpegVersion) throws {
    for (rendition, mended, isRefusedByBoth) in [
      ("codec: h265, encoder_preset: placebo, lookahead: 5", "lookahead: 9", true), ("codec: h265, lookahead: 0", "lookahead: 5", true),
      ("codec: h265, encoder_preset: ultrafast, bframes: 5", "bframes: 4", true), ("codec: h265, encoder_preset: fast, bframes: 16", "bframes: 14", true),
      ("codec: h265, bframes: 3, ref_frames: 7", "ref_frames: 6", false), ("codec: h265, bframes: 0, ref_frames: 9", "ref_frames: 8", false),
      ("codec: h265, bframes: 1, ref_frames: 16", "ref_frames: 7", true), ("codec: av1, lookahead: 121", "lookahead: 120", true),
    ] {
      let text = Self.spec("\(rendition), bitrate: 300k", "fmp4")
      let analysis = compile(SourceInput(name: "spec.yaml", text: text), for: ["ffmpeg"])
      let found = try #require(analysis.diagnostics.first { $0.id == "ffmpeg/setting-refused" }, "\(rendition)")
      #expect(found.help == "set `\(mended)`", "\(rendition): \(found.help ?? "")")
      let fixed = FixItApplication.apply(found.fixIts, to: text)
      let after = compile(SourceInput(name: "spec.yaml", text: fixed), for: ["ffmpeg"])
      #expect(!after.diagnostics.contains { $0.id == "ffmpeg/setting-refused" })
      for (analysis, starts) in [(analysis, version == .pypi && !isRefusedByBoth), (after, true)] {
        let command = try #require(analysis.streams.first?.setups.first?.command)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-refused-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for directory in command.directories {
          try FileManager.default.createDirectory(at: folder.appendingPathComponent(directory), withIntermediateDirectories: true)
        }
        let code = try Outside.run(try version.program(), ["-v", "error", "-nostdin"] + command.testArguments(seconds: "0.2").map(\.text), in: folder).code
        #expect((code == 0) == starts, "\(version): \(rendition)")
      }
    }
  }

  @Test("pixels are square and pictures keep their shape, whatever comes in; in DASH they have one shape", arguments: FFmpegVersion.allCases, [false, true])
  func square(_ version: FFmpegVersion, _ isDASH: Bool) throws {
    let sizes = [(1280, 720), (854, 480), (426, 240), (640, 360), (480, 360)]
    let spec = """
      rung: 1
      name: Shapes
      targets: [ffmpeg]
      ladder:
        defaults: {fps: 25, gop: 25, codec: h264, encoder_preset: ultrafast, bitrate: 2M, max_bitrate: 2M, buffer: 2M}
        renditions:
      \(sizes.enumerated().map { "    - {name: r\($0), resolution: \($1.0)x\($1.1)}" }.joined(separator: "\n"))
      packaging: {hls: {segment_format: fmp4, segment_duration: 1s}\(isDASH ? ", dash: {segment_format: fmp4, segment_duration: 1s, window: 10s}" : "")}
      """
    let command = try #require(compile(SourceInput(name: "spec.yaml", text: spec), for: ["ffmpeg"]).streams.first?.setups.first?.command)
    // Width over height of the picture as it is shown.
    let sources: [(String, Double)] = [
      ("s=1920x1080", 1.7778), ("s=1000x1000", 1), ("s=1080x1920", 0.5625), ("s=640x480", 1.3333), ("s=848x480", 1.7667),
      ("s=720x576:r=25,setsar=64/45", 1.7778), ("s=720x576:r=25,setsar=16/15", 1.3333),
    ]
    for (source, shape) in sources {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-shape-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      for directory in command.directories {
        try FileManager.default.createDirectory(at: folder.appendingPathComponent(directory), withIntermediateDirectories: true)
      }
      let arguments = ["-v", "error", "-nostdin", "-f", "lavfi", "-t", "0.4", "-i", "color=white:\(source)"] + command.parts.flatMap { $0.lines.flatMap { $0.map(\.text) } }
      let result = try Outside.run(try version.program(), arguments, in: folder)
      #expect(result.code == 0, "\(version): \(source): \(result.err.suffix(500))")
      for (index, size) in sizes.enumerated() {
        let file = "out/hls/r\(index)/index.m3u8"
        let probe = try Outside.run(
          try Outside.tool("ffprobe"), ["-v", "error", "-select_streams", "v", "-show_entries", "stream=width,height,sample_aspect_ratio", "-of", "default=nw=1", file], in: folder)
        let pixel = isDASH ? ["854": "1280:1281", "426": "640:639", "480": "4:3"]["\(size.0)"] ?? "1:1" : "1:1"
        for line in ["width=\(size.0)", "height=\(size.1)", "sample_aspect_ratio=\(pixel)"] { #expect(probe.out.contains(line), "\(version): \(source) → \(size): \(probe.out)") }
        let crop = try Outside.run(
          try Outside.tool("ffmpeg"), ["-v", "info", "-nostdin", "-i", file, "-vf", "cropdetect=limit=40:round=2:skip=0:reset=0", "-f", "null", "-"], in: folder)
        let last = try #require(crop.err.matches(of: /crop=(\d+):(\d+)/).last)
        let oblong = isDASH ? 16.0 / 9 * Double(size.1) / Double(size.0) : 1
        let stored = try #require(Double(last.1)), width = stored * oblong, height = try #require(Double(last.2))
        // Three pixels either way, and a hundredth of a source that is nearly of the shape.
        let isClose = abs(width - height * shape) <= 3 || abs(width / height / shape - 1) <= 0.012
        #expect(isClose, "\(version): \(source) → \(size): \(width) × \(height)")
        // As large as fits.
        #expect(stored >= Double(size.0) - 4 || height >= Double(size.1) - 4, "\(version): \(source) → \(size): \(width) × \(height)")
      }
    }
  }

  @Test("as many decoded pictures are kept as `ladder inspect` says", arguments: FFmpegVersion.allCases, ["h264", "h265"])
  func pictures(_ version: FFmpegVersion, _ codec: String) throws {
    for (refs, bframes) in [(1, 0), (3, 3), (5, 2), (2, 1), (4, 8), (6, 2)] {
      let spec = Self.spec("codec: \(codec), encoder_preset: faster, ref_frames: \(refs), bframes: \(bframes), lookahead: 20, bitrate: 300k", "fmp4")
      let input = SourceInput(name: "spec.yaml", text: spec)
      let said = try #require(inspect(input).streams.first?.renditions.first?.dpbFrames)
      let command = try #require(compile(input, for: ["ffmpeg"]).streams.first?.setups.first?.command)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-dpb-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      for directory in command.directories {
        try FileManager.default.createDirectory(at: folder.appendingPathComponent(directory), withIntermediateDirectories: true)
      }
      let made = try Outside.run(try version.program(), ["-v", "error", "-nostdin"] + command.testArguments(seconds: "0.4").map(\.text), in: folder)
      #expect(made.code == 0, "\(made.err)")
      let trace = try Outside.run(
        try Outside.tool("ffmpeg"), ["-v", "verbose", "-nostdin", "-i", "out/hls/r0/index.m3u8", "-c", "copy", "-bsf:v", "trace_headers", "-f", "null", "-"], in: folder)
      let kept = codec == "h264" ? trace.err.firstMatch(of: /max_dec_frame_buffering +[01]+ = (\d+)/) : trace.err.firstMatch(of: /sps_max_dec_pic_buffering_minus1\[0\] +[01]+ = (\d+)/)
      let signalled = try #require(kept.flatMap { Int($0.1) }) + (codec == "h264" ? 0 : 1)
      #expect(signalled == said, "\(version): \(codec), \(refs) references, \(bframes) B-frames")
    }
  }

  // MARK: DASH

  @Test("VP9 and Opus in DASH are MP4, with the codec strings of the preview", arguments: FFmpegVersion.allCases)
  func mp4(_ version: FFmpegVersion) throws {
    let sizes = [("256x144", "25"), ("426x240", "30"), ("640x360", "30"), ("854x480", "60000/1001"), ("1280x720", "30")]
    let spec = """
      rung: 1
      name: WebM
      targets: [ffmpeg]
      ladder:
        defaults: {codec: vp9, bitrate: 300k, audio: {codec: opus, channels: 2, sample_rate: 48 kHz, bitrate: 64k}}
        renditions:
      \(sizes.enumerated().map { "    - {name: r\($0), resolution: \($1.0), fps: \($1.1)}" }.joined(separator: "\n"))
      packaging: {dash: {segment_format: fmp4, segment_duration: 2s, window: 60s}}
      """
    let input = SourceInput(name: "spec.yaml", text: spec)
    let command = try #require(compile(input, for: ["ffmpeg"]).streams.first?.setups.first?.command)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-vp9-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("out/dash"), withIntermediateDirectories: true)
    let result = try Outside.run(try version.program(), ["-v", "error"] + command.testArguments(seconds: "0.2").map(\.text), in: folder)
    #expect(result.code == 0, "\(result.err)")
    let manifest = try String(contentsOf: folder.appendingPathComponent("out/dash/manifest.mpd"), encoding: .utf8)
    #expect(!manifest.contains("webm") && manifest.contains("video/mp4") && manifest.contains("audio/mp4"))
    let predicted = try #require(preview(input, for: "ffmpeg").streams.first).variants.map { $0.videoCodec ?? "none" }
    let named = manifest.matches(of: /codecs="(vp09[^"]*)"/).map { String($0.1) }
    #expect(named == predicted)
    // Shaka Packager goes by the file's own description, which FFmpeg writes without the frame rate: the level for the size.
    for (index, (size, fps)) in sizes.enumerated() where version == .debian {
      let made = try Outside.run(
        try version.program(),
        ["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=\(size):r=\(fps)", "-frames:v", "3", "-c:v", "libvpx-vp9", "-deadline", "realtime", "v.mp4"], in: folder)
      #expect(made.code == 0, "\(made.err)")
      let packed = try Outside.run(
        try Outside.packager(), ["in=v.mp4,stream=video,output=o.mp4,playlist_name=v.m3u8", "--hls_master_playlist_output", "m.m3u8"], in: folder)
      #expect(packed.code == 0, "\(packed.err)")
      // It goes on with colours: `vp09.00.31.08.01.02.02.02.00`.
      let codecs = Run.variants(try String(contentsOf: folder.appendingPathComponent("m.m3u8"), encoding: .utf8)).first?["CODECS"]
      let sides = size.split(separator: "x").compactMap { Int($0) }
      let load = VideoLoad(Resolution(width: sides[0], height: sides[1]), fps: nil, profile: nil, bitrate: nil, buffer: nil, refFrames: 1, bframes: 0)
      let level = try #require(VideoLevel.lowest(of: .vp9, for: load))
      let bySize = try #require(CodecString.video(.vp9, profile: .main, level: level.name))
      #expect(codecs?.hasPrefix(bySize) == true, "\(size)@\(fps): \(codecs ?? "none"), \(bySize)")
      #expect(bySize <= predicted[index])
    }
  }

  @Test("a linear stream in DASH without a window deletes what is over")
  func window() throws {
    let spec = """
      rung: 1
      name: Long
      targets: [ffmpeg]
      ladder:
        renditions:
          - {name: r0, resolution: 160x90, fps: 10, codec: h264, encoder_preset: ultrafast, bitrate: 50k}
      packaging: {dash: {segment_format: fmp4, segment_duration: 1s}}
      """
    let run = try Run(spec, seconds: 60)
    let files = try FileManager.default.contentsOfDirectory(atPath: run.path("out/dash")).filter { $0.hasPrefix("chunk") }
    // Six in the manifest, five more for slow players, and the one that is being written.
    #expect(files.count <= 13, "\(files.count) files")
  }

  // MARK: Sound

  @Test("audio that check passes starts, and what it refuses does not", arguments: FFmpegVersion.allCases)
  func sounds(_ version: FFmpegVersion) throws {
    let program = try version.program()
    var refused = 0
    for (codec, rate, channels, bitrate) in [
      ("aac", 48000, 2, 128), ("aac", 7350, 1, 16), ("aac", 192000, 2, 128), ("aac", 48000, 8, 512), ("aac", 48000, 2, 700),
      ("opus", 48000, 2, 96), ("opus", 44100, 2, 96), ("opus", 48000, 2, 700), ("opus", 48000, 2, 512), ("opus", 48000, 1, 257), ("opus", 48000, 4, 128),
      ("opus", 48000, 6, 700), ("mp3", 44100, 2, 128), ("mp3", 48000, 6, 128), ("mp3", 96000, 2, 128), ("mp3", 8000, 2, 64), ("mp3", 48000, 2, 500),
      ("ac3", 48000, 6, 384), ("ac3", 22050, 2, 96), ("ac3", 48000, 8, 448), ("ac3", 48000, 6, 40), ("ac3", 48000, 2, 700), ("eac3", 48000, 6, 192),
      ("eac3", 48000, 2, 16), ("eac3", 32000, 2, 16), ("eac3", 48000, 2, 7000), ("eac3", 24000, 2, 96),
    ] {
      let spec = """
        rung: 1
        name: Sound
        media: audio
        targets: [ffmpeg]
        ladder: {renditions: [{name: r0, audio: {codec: \(codec), sample_rate: \(rate) Hz, channels: \(channels), bitrate: \(bitrate)k}}]}
        packaging: {dash: {segment_format: fmp4, segment_duration: 2s, window: 60s}}
        """
      let analysis = compile(SourceInput(name: "spec.yaml", text: spec), for: ["ffmpeg"])
      let found = analysis.diagnostics.filter { $0.id == "ffmpeg/audio-not-encoded" }
      let command = try #require(analysis.streams.first?.setups.first?.command)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-sound-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileManager.default.createDirectory(at: folder.appendingPathComponent("out/dash"), withIntermediateDirectories: true)
      // A source of its own: the test source has the rate that is asked for, which hides what is not converted.
      let arguments = ["-v", "error", "-nostdin", "-f", "lavfi", "-t", "0.5", "-i", "sine=sample_rate=48000"] + command.parts.flatMap { $0.lines.flatMap { $0.map(\.text) } }
      let starts = try Outside.run(program, arguments, in: folder).code == 0
      #expect(starts == !found.contains { $0.severity == .error }, "\(version): \(codec) \(rate) \(channels) \(bitrate)k")
      if !starts { refused += 1 }
    }
    #expect(refused > 8)
  }

  // MARK: Keyframes

  @Test(
    "keyframes that nobody states make whole segments",
    arguments: [
      ("25", "3s", 25), ("30", "3s", 45), ("25", "5s", 25), ("25", "6s", 50), ("30000/1001", "6.006s", 60), ("30000/1001", "6s", 60), ("50", "4s", 100),
      ("24", "2s", 48), ("60", "1s", 60), ("25/2", "6s", 25),
    ])
  func usual(_ fps: String, _ segment: String, _ gop: Int) throws {
    let spec = """
      rung: 1
      name: Keyframes
      targets: [ffmpeg, obs, tenbyte]
      ladder:
        renditions: [{name: r0, resolution: 320x180, fps: \(fps), codec: h264, bitrate: 300k}]
      packaging: {hls: {segment_format: mpegts, segment_duration: \(segment)}}
      """
    let input = SourceInput(name: "spec.yaml", text: spec)
    let analysis = compile(input, for: ["ffmpeg", "tenbyte"])
    let words = try #require(analysis.streams.first?.setups.first?.command).arguments.map(\.text)
    let at = try #require(words.firstIndex(of: "-g:v:0"))
    #expect(words[at + 1] == "\(gop)")
    let parts = fps.split(separator: "/").compactMap { Int64($0) }
    let rate = try #require(Rational(parts[0], parts.count > 1 ? parts[1] : 1)), asked = try #require(Rational(decimal: String(segment.dropLast())))
    let interval = try #require(Rational(gop).divided(by: rate))
    let timeline = try #require(SegmentTimeline(asked: Seconds(asked), keyframeEvery: Seconds(interval)))
    #expect(analysis.diagnostics.filter { $0.id == "provider/keyframe-interval-not-set" || $0.id == "ffmpeg/keyframe-interval-not-set" }.count == 1)
    #expect(analysis.diagnostics.contains { $0.id == "spec/segment-not-whole-gops" } == (segment == "6s" && fps == "30000/1001"))
    #expect(analysis.diagnostics.contains { $0.id == "tenbyte/rendition-incomplete" })
    // 6 s are 2.997 times 2.002 s: 6.006 s each for the first thousand.
    #expect(try #require(preview(input).streams.first?.variants.first?.hlsSegments).lengths.first == timeline.longest)
  }

  @Test("OBS gets the same, and an interval of ten seconds is found")
  func contribution() throws {
    let spec = "rung: 1\nname: Camera\ntargets: [obs]\ningest: {video: {codec: h264, resolution: 1280x720, fps: 30, bitrate: 3000k}}\n"
    let analysis = compile(SourceInput(name: "spec.yaml", text: spec), for: ["obs"])
    let files = try #require(analysis.streams.first?.setups.first).files
    #expect(try #require(files.first { $0.name == "streamEncoder.json" }).text.contains("keyint=60 min-keyint=60 scenecut=0"))
    #expect(analysis.diagnostics.contains { $0.id.rawValue.hasSuffix("/keyframe-interval-not-set") })
    // One that does not read is set all the same: to add it would be to set it twice.
    for (text, target) in [(spec.replacing("fps: 30", with: "fps: 30, keyframe_interval: 1/3s"), "obs"), ("rung: 1\nname: Camera\nladder: {defaults: {keyframe_interval: 1/3s}, renditions: [{name: a, resolution: 1280x720, fps: 30, codec: h264, bitrate: 2M}]}\npackaging: {hls: {}}\n", "ffmpeg")] {
      let found = check(SourceInput(name: "spec.yaml", text: text), for: [TargetID(rawValue: target)]).diagnostics
      #expect(found.contains { $0.id == "spec/malformed-value" } && !found.contains { $0.id.rawValue.hasSuffix("/keyframe-interval-not-set") }, "\(target): \(found.map(\.id))")
    }
    let late = check(SourceInput(name: "spec.yaml", text: spec.replacing("fps: 30", with: "fps: 30, keyframe_interval: 10s")), for: ["obs"])
    #expect(late.diagnostics.contains { $0.id == "spec/ingest-keyframes-unusual" })
  }
}
