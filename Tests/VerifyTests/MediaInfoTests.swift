import Foundation
import Rung
import RungSource
import RungTestSupport
import Testing

/// What MediaInfo says of files that FFmpeg makes.
@Suite(.enabled(if: Judge.present(.ffmpeg, .mediaInfo))) struct MediaInfoTests {
  private static func found(_ spec: String, _ options: String, _ file: String) throws -> [Diagnostic] {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    let made = Repository.shell(
      "SVT_LOG=1 ffmpeg -v error -f lavfi -i testsrc2=size=640x360:rate=25 -f lavfi -i sine=sample_rate=48000 -t 2 -c:a aac -b:a 128k \(options) '\(folder)/\(file)' && mediainfo --Output=JSON '\(folder)/\(file)'")
    #expect(made.status == 0, "\(made.output)")
    return verify([DeliveredInput(SourceInput(name: "probe.json", text: made.output))], against: SourceInput(name: "spec.yaml", text: spec)).analysis.diagnostics
      .filter { $0.severity > .note }
  }

  private static func spec(_ values: String) -> String {
    "rung: 1\nname: a\nladder:\n  renditions:\n    - {name: 360p, resolution: 640x360, fps: 25, \(values), audio: {codec: aac, channels: 2, sample_rate: 48 kHz}}\n"
  }

  @Test("H.264 in MP4 and in MPEG-TS, HEVC in 10 bit, AV1: as they were asked for", arguments: [
    ("codec: h264, profile: high, level: \"3.0\", bitrate: 800k", "-ac 2 -c:v libx264 -preset superfast -profile:v high -level:v 3.0 -pix_fmt yuv420p -b:v 800k", "a.mp4"),
    ("codec: h264, profile: main, ref_frames: 2", "-ac 2 -c:v libx264 -preset superfast -profile:v main -refs 2 -bf 0 -pix_fmt yuv420p", "a.ts"),
    ("codec: h265, profile: main10", "-ac 2 -c:v libx265 -preset ultrafast -profile:v main10 -pix_fmt yuv420p10le -x265-params log-level=error", "a.mp4"),
    ("codec: av1, profile: main", "-ac 2 -c:v libsvtav1 -preset 12 -pix_fmt yuv420p", "a.mp4"),
  ])
  func right(_ values: String, _ options: String, _ file: String) throws {
    let found = try Self.found(Self.spec(values), options, file)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test("what differs is found")
  func faults() throws {
    let found = try Self.found(
      Self.spec("codec: h265, profile: main"), "-ac 1 -ar 44100 -c:v libx265 -preset ultrafast -profile:v main10 -pix_fmt yuv420p10le -s 320x180 -r 30 -x265-params log-level=error", "a.mp4")
    #expect(
      Set(found.map(\.id.rawValue)) == [
        "verify/size-differs", "verify/frame-rate-differs", "verify/profile-differs", "verify/pixel-format-differs", "verify/channels-differ", "verify/sample-rate-differs",
      ], "\(found.map(\.message))")
  }
}
