import Foundation
import RungTestSupport
import Testing

/// The multivariant playlist that Rung writes beside FFmpeg's media playlists, before and after the segments: read by m3u8, its codecs named by
/// ffprobe and Shaka Packager, its rates reckoned from the sizes of the files.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg, .packager))) struct MultivariantTests {
  @Test("the playlist says what the files are", arguments: FFmpegVersion.allCases)
  func judged(_ version: FFmpegVersion) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-multivariant-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let binary = Repository.program
    let result = try Outside.run(
      "/usr/bin/env",
      [
        Judge.python, "\(Repository.root)/Tests/PackagerTests/multivariant.py", binary, try version.program(), try Outside.tool("ffprobe"), try Outside.packager(), folder.path,
        "codecs", "others",
      ] + (version == .debian ? ["shapes"] : []), in: folder)
    #expect(result.code == 0 && result.out.hasSuffix("as expected\n"), "\(version): \(result.err)")
  }
}
