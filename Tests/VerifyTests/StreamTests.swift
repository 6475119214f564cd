import Foundation
import RungTestSupport
import Testing

/// Streams that FFmpeg, Shaka Packager and nginx-rtmp make, right ones and ones with a fault that only the spec can call wrong: verified, and
/// judged a second time by Python. `RUNG_DEPTH=all` makes all of them.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg, .packager, .nginx))) struct StreamTests {
  @Test("what encoders and packagers make is found as it is, at both places")
  func streams() throws {
    try hold("streams.py", Depth.isWhole ? [] : ["--seed", "7", "--count", Depth.isFull ? "30" : "8"])
  }

  @Test("live playlists that were taken one after another")
  func snapshots() throws {
    try hold("snapshots.py", Depth.isFull ? [] : ["--only", "right-live-restart,fault-live-sequence-back,fault-live-date-time-drift,fault-live-discontinuity-not-counted"])
  }

  private func hold(_ maker: String, _ options: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let binary = Repository.program
    let scripts = "\(Repository.root)/Tests/VerifyTests"
    func run(_ script: String, _ arguments: [String]) -> (status: Int32, output: String) {
      let words = (["RUNG=\(binary)", Judge.python, "\(scripts)/\(script)"] + arguments).map { "'\($0)'" }.joined(separator: " ")
      return Repository.shell("env \(words) 2>&1")
    }
    let made = run(maker, ["make", folder.path] + options)
    #expect(made.status == 0, "\(made.output)")
    let judged = run(maker, ["audit", folder.path])
    #expect(judged.status == 0, "the second judge: \(judged.output)")
    let verified = run("streams_verify.py", [binary, folder.path])
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains(" as expected"))
  }
}
