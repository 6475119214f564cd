import Foundation
import Rung
import RungSpec
import RungTestSupport
import Testing

/// The names of codecs, beside those of Shaka Packager: it reads the stream itself.
@Suite(.serialized) struct CodecNameTests {
  private static let renditions = [
    "{name: baseline, codec: h264, profile: baseline, resolution: 320x180}",
    "{name: main, codec: h264, profile: main, level: \"3.0\", resolution: 320x180}",
    "{name: high, codec: h264, profile: high, resolution: 640x360}",
    "{name: usual, codec: h264, resolution: 320x180}",
    "{name: hevc, codec: h265, profile: main, resolution: 320x180}",
    "{name: hevc-level, codec: h265, profile: main, level: \"4.1\", resolution: 320x180}",
    "{name: hevc-deep, codec: h265, profile: main10, resolution: 640x360}",
    "{name: hevc-high, codec: h265, profile: main, level: \"4.0\", tier: high, resolution: 320x180, bitrate: 10M, max_bitrate: 15M, buffer: 15M}",
    "{name: hevc-high-deep, codec: h265, profile: main10, tier: high, resolution: 320x180, bitrate: 10M, max_bitrate: 35M, buffer: 35M}",
    "{name: hevc-main, codec: h265, profile: main, tier: main, resolution: 320x180, bitrate: 10M, max_bitrate: 15M, buffer: 15M}",
    "{name: av1, codec: av1, profile: main, tier: main, resolution: 320x180}",
  ]

  @Test("codec strings are those that Shaka Packager writes", .enabled(if: Judge.present(.ffmpeg, .packager)))
  func named() throws {
    let packager = try Outside.packager()
    let spec = """
      rung: 1
      name: Codecs
      targets: [ffmpeg]
      ladder:
        defaults: {fps: 25, gop: 25, bitrate: 200k, max_bitrate: 300k, buffer: 300k, bframes: 0, ref_frames: 1}
        renditions:
      \(Self.renditions.map { "    - \($0)" }.joined(separator: "\n"))
      packaging: {hls: {segment_format: fmp4, segment_duration: 1s}}
      """
    let run = try Run(spec, seconds: 1)
    var arguments: [String] = []
    for variant in run.predicted.variants {
      let copied = try Outside.run(
        try Outside.tool("ffmpeg"),
        ["-v", "error", "-y", "-i", run.path("out/hls/\(variant.id)/index.m3u8"), "-c", "copy"]
          + (variant.id.hasPrefix("hevc") ? ["-tag:v", "hvc1"] : []) + ["\(variant.id).mp4"], in: run.folder)
      #expect(copied.code == 0, "\(variant.id): \(copied.err)")
      arguments.append("in=\(variant.id).mp4,stream=video,output=\(variant.id).out.mp4,playlist_name=\(variant.id).m3u8")
    }
    let packed = try Outside.run(packager, arguments + ["--hls_master_playlist_output", "master.m3u8"], in: run.folder)
    #expect(packed.code == 0, "\(packed.err)")
    let lines = try run.text("master.m3u8").split(separator: "\n").map(String.init)
    #expect(
      run.predicted.variants.filter { $0.id.hasPrefix("hevc-high") || $0.id == "hevc-main" }.map(\.videoCodec)
        == ["hvc1.1.6.H120.90", "hvc1.2.4.H123.90", "hvc1.1.6.L123.90"])
    for variant in run.predicted.variants {
      let at = try #require(lines.firstIndex(of: "\(variant.id).m3u8"), "\(variant.id)")
      let attributes = try #require(Run.variants(lines[at - 1]).first)
      #expect(variant.videoCodec == attributes["CODECS"], "\(variant.id)")
      #expect(variant.resolution?.text == attributes["RESOLUTION"], "\(variant.id)")
    }
  }

  @Test("the table of names", arguments: [
    (VideoCodec.h264, VideoProfile.baseline, "3.1", LevelTier.main, "avc1.42c01f"), (.h264, .main, "4.0", .main, "avc1.4d4028"),
    (.h264, .high, "4.1", .main, "avc1.640029"), (.h264, .main, "1b", .main, "avc1.4d500b"), (.h264, .high, "1b", .main, "avc1.640009"),
    (.h265, .main, "4.1", .main, "hvc1.1.6.L123.90"), (.h265, .main10, "4.0", .high, "hvc1.2.4.H120.90"),
    (.av1, .main, "3.1", .main, "av01.0.05M.08"), (.av1, .main, "6.3", .high, "av01.0.19H.08"), (.vp9, .main, "3.1", .main, "vp09.00.31.08"),
  ])
  func table(_ codec: VideoCodec, _ profile: VideoProfile, _ level: String, _ tier: LevelTier, _ name: String) {
    #expect(CodecString.video(codec, profile: profile, level: level, tier: tier) == name)
  }

  @Test("what a codec does not have has no name")
  func unnamed() {
    #expect(CodecString.video(.h264, profile: .main10, level: "4.0") == nil)
    #expect(CodecString.video(.h265, profile: .main, level: "4.2") == nil)
    #expect(CodecString.video(.av1, profile: .main, level: "2.2") == nil)
    #expect(CodecString.video(.vp8, profile: .main, level: "1.0") == nil)
    #expect(CodecString.audio(.heAAC) == "mp4a.40.5")
  }
}
