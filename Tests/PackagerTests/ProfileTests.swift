import Foundation
import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// The profile for OBS: read as JSON, and its x264 options given to x264. OBS itself is no part of these tests.
@Suite(.enabled(if: Judge.present(.ffmpeg))) struct ProfileTests {
  @Test("x264 takes the options, and makes what the spec says")
  func options() throws {
    let analysis = compile(SourceInput(name: "spec.yaml", text: try #require(Repository.text("Tests/Golden/obs-contribution/spec.yaml"))), for: ["obs"])
    let files = try #require(analysis.streams.first?.setups.first).files
    let stream = try #require(files.first { $0.name == "streamEncoder.json" })
    let settings = try #require(try JSONSerialization.jsonObject(with: Data(stream.text.utf8)) as? [String: Any])
    #expect(settings["bitrate"] as? Int == 4500)
    #expect(settings["rate_control"] as? String == "CBR")
    let options = try #require(settings["x264opts"] as? String)
    let service = try #require(files.first { $0.name == "service.json" })
    #expect(try JSONSerialization.jsonObject(with: Data(service.text.utf8)) is [String: Any])

    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-obs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Words in OBS, pairs between colons in FFmpeg: the same names.
    let result = try Outside.run(
      try Outside.tool("ffmpeg"),
      [
        "-v", "warning", "-y", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30000/1001", "-frames:v", "130", "-c:v", "libx264", "-preset", "veryfast",
        "-profile:v", try #require(settings["profile"] as? String), "-x264-params", options.replacing(" ", with: ":"), "out.mp4",
      ], in: folder)
    #expect(result.code == 0 && result.err == "", "\(result.err)")
    let probe = try Outside.run(
      try Outside.tool("ffprobe"), ["-v", "error", "-show_entries", "packet=flags:stream=level", "-of", "csv=p=0", "out.mp4"], in: folder)
    let lines = probe.out.split(separator: "\n")
    #expect(lines.indices.filter { lines[$0].hasPrefix("K") } == [0, 60, 120])
    #expect(lines.last == "40")
  }

  @Test("SVT-AV1 takes what OBS passes on to FFmpeg, and makes what the spec says", arguments: FFmpegVersion.allCases)
  func svtAV1(_ version: FFmpegVersion) throws {
    let analysis = compile(SourceInput(name: "spec.yaml", text: try #require(Repository.text("Tests/Golden/obs-av1-youtube/spec.yaml"))), for: ["obs"])
    let stream = try #require(analysis.streams.first?.setups.first?.files.first { $0.name == "streamEncoder.json" })
    let settings = try #require(try JSONSerialization.jsonObject(with: Data(stream.text.utf8)) as? [String: Any])
    let option = try #require(settings["ffmpeg_opts"] as? String).split(separator: "=", maxSplits: 1).map(String.init)
    let bitrate = try #require(settings["bitrate"] as? Int)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-obs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // As in obs-ffmpeg-av1.c and obs-ffmpeg-video-encoders.c: 2 s at 29.97 fps are 59 frames to OBS.
    let result = try Outside.run(
      try version.program(),
      [
        "-v", "warning", "-nostdin", "-y", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30000/1001", "-frames:v", "130", "-c:v", "libsvtav1", "-preset", "8",
        "-b:v", "\(bitrate)k", "-minrate", "\(bitrate)k", "-bufsize", "\(bitrate)k", "-g", "59", "-\(option[0])", option[1], "out.mp4",
      ], in: folder)
    #expect(result.code == 0 && !result.err.contains("Error parsing"), "\(result.err)")
    let probe = try Outside.run(
      try Outside.tool("ffprobe"), ["-v", "error", "-show_entries", "packet=flags:stream=level", "-of", "csv=p=0", "out.mp4"], in: folder)
    let lines = probe.out.split(separator: "\n")
    #expect(lines.indices.filter { lines[$0].hasPrefix("K") } == [0, 60, 120])
    #expect(lines.last == "8")
  }

  @Test("enhanced RTMP: what is pushed starts with FFmpeg 8.1 and not with 5.1", arguments: FFmpegVersion.allCases, ["h265", "av1", "vp9", "h264"])
  func flv(_ version: FFmpegVersion, _ codec: String) throws {
    let spec = """
      rung: 1
      name: Push
      targets: [ffmpeg]
      encoding: passthrough
      ingest: {protocols: [rtmp]}
      ladder: {renditions: [{name: r0, resolution: 320x180, fps: 25, gop: 50, codec: \(codec), bitrate: 300k}]}
      """
    let analysis = compile(SourceInput(name: "spec.yaml", text: spec), for: ["ffmpeg"])
    #expect(analysis.diagnostics.contains { $0.id == "ffmpeg/codec-not-in-flv" } == (codec != "h264"))
    let command = try #require(analysis.streams.first?.setups.first?.command)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-flv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The address is the last. SVT-AV1 in 5.1 hangs where the output does not open: `timeout` ends it.
    let arguments = ["-k", "1", "20", try version.program(), "-v", "error", "-nostdin"] + command.testArguments(seconds: "1").map(\.text).dropLast() + ["out.flv"]
    let result = try Outside.run("/usr/bin/timeout", arguments, in: folder)
    let starts = version == .pypi || codec == "h264"
    #expect((result.code == 0) == starts, "\(result.err)")
    guard starts else { return #expect(result.err.contains("not compatible with flv"), "\(result.err)") }
    let probe = try Outside.run(
      try version == .pypi ? Outside.streamer("ffprobe") : Outside.tool("ffprobe"), ["-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", "out.flv"], in: folder)
    #expect(probe.out == (codec == "h265" ? "hevc\n" : "\(codec)\n"), "\(probe.out)")
  }

  @Test("over SRT, AV1 and VP9 are no video", arguments: FFmpegVersion.allCases, ["h265", "av1", "vp9", "h264"])
  func mpegTS(_ version: FFmpegVersion, _ codec: String) throws {
    let spec = """
      rung: 1
      name: Push
      targets: [ffmpeg]
      encoding: passthrough
      ingest: {protocols: [srt]}
      ladder: {renditions: [{name: r0, resolution: 320x180, fps: 25, gop: 50, codec: \(codec), bitrate: 300k}]}
      """
    let analysis = compile(SourceInput(name: "spec.yaml", text: spec), for: ["ffmpeg"])
    let isVideo = codec.hasPrefix("h")
    #expect(analysis.diagnostics.contains { $0.id == "ffmpeg/codec-not-in-mpegts" } == !isVideo)
    let command = try #require(analysis.streams.first?.setups.first?.command)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-ts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Outside.run(
      try version.program(), ["-v", "error", "-nostdin"] + command.testArguments(seconds: "1").map(\.text).dropLast() + ["out.ts"], in: folder)
    #expect(result.code == 0, "\(result.err)")
    let probe = try Outside.run(try Outside.tool("ffprobe"), ["-v", "error", "-show_entries", "stream=codec_type", "-of", "default=nw=1:nk=1", "out.ts"], in: folder)
    #expect(probe.out.contains("video") == isVideo, "\(probe.out)")
  }
}
