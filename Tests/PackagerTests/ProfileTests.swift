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
}
