import Foundation
import Rung
import RungOutput
import RungSpec
import RungTestSupport
import Testing

/// HDR, 10 bits, interlaced and anamorphic sources through `--for ffmpeg`: what ffprobe says of the streams is what was asked for.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg, .packager))) struct PictureTests {
  private static func spec(_ source: String, _ renditions: [String]) -> String {
    """
    rung: 1
    name: Pictures
    targets: [ffmpeg]
    ingest: {video: \(source)}
    ladder:
      defaults: {fps: 25, gop: 25, bitrate: 200k, max_bitrate: 300k, buffer: 300k, encoder_preset: ultrafast}
      renditions:
    \(renditions.map { "    - \($0)" }.joined(separator: "\n"))
    packaging: {hls: {segment_format: fmp4, segment_duration: 1s}}
    """
  }

  /// What ffprobe says, in the order of the arguments.
  private static func shown(_ run: Run, _ id: String) throws -> [String?] {
    let stream = try stream(run, id)
    return [
      stream.profile, stream.pix_fmt, stream.color_transfer, stream.color_primaries, stream.color_space,
      // Of AV1 ffprobe says nothing: it has no fields.
      stream.codec_name == "av1" ? "progressive" : stream.field_order, stream.sample_aspect_ratio ?? "1:1", "\(stream.width ?? 0)x\(stream.height ?? 0)",
    ]
  }

  /// Of a file: of a playlist FFmpeg 5.1 does not tell the order of fields.
  private static func stream(_ run: Run, _ id: String) throws -> Run.Stream {
    let folder = run.folder.appendingPathComponent("out/hls/\(id)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let parts = names.filter { $0.hasPrefix("init") } + names.filter { $0.hasSuffix(".m4s") }.sorted().prefix(1)
    try Data(parts.map { try Data(contentsOf: folder.appendingPathComponent($0)) }.joined()).write(to: folder.appendingPathComponent("whole.mp4"))
    return try #require(try run.streams("out/hls/\(id)/whole.mp4", "v").first)
  }

  private static let colors = ["pq": "smpte2084", "hlg": "arib-std-b67"]

  @Test("HDR comes out as HDR of 10 bits, and as SDR where that is asked for", arguments: ["pq", "hlg"])
  func hdr(_ transfer: String) throws {
    let run = try Run(
      Self.spec(
        "{resolution: 640x360, fps: 25, transfer: \(transfer)}",
        [
          "{name: hevc, codec: h265, resolution: 640x360}", "{name: stated, codec: h265, profile: main10, transfer: \(transfer), primaries: bt2020, resolution: \"?x180\"}",
          "{name: av1, codec: av1, encoder_preset: 12, resolution: 320x?}",
          "{name: sdr, codec: h264, profile: high, transfer: sdr, encoder_preset: veryfast, resolution: 320x180}",
          "{name: sdr10, codec: av1, encoder_preset: 12, bit_depth: 10, transfer: sdr, resolution: 320x180}",
        ]), seconds: 2)
    let color = try #require(Self.colors[transfer])
    let wide = [color, "bt2020", "bt2020nc", "progressive", "1:1"]
    let narrow = ["bt709", "bt709", "bt709", "progressive", "1:1"]
    #expect(try Self.shown(run, "hevc") == ["Main 10", "yuv420p10le"] + wide + ["640x360"])
    #expect(try Self.shown(run, "stated") == ["Main 10", "yuv420p10le"] + wide + ["320x180"])
    #expect(try Self.shown(run, "av1") == ["Main", "yuv420p10le"] + wide + ["320x180"])
    #expect(try Self.shown(run, "sdr") == ["High", "yuv420p"] + narrow + ["320x180"])
    #expect(try Self.shown(run, "sdr10") == ["Main", "yuv420p10le"] + narrow + ["320x180"])
    try Self.expectPackagersWords(run)
    let playlist = MultivariantPlaylist.text(run.predicted)
    #expect(Run.variants(playlist).map { $0["VIDEO-RANGE"] } == [transfer.uppercased(), transfer.uppercased(), transfer.uppercased(), "SDR", "SDR"])
    let manifest = MediaPresentation.text(run.predicted)
    #expect(manifest.contains("urn:mpeg:mpegB:cicp:TransferCharacteristics\" value=\"\(transfer == "pq" ? 16 : 18)\"/>"))
  }

  /// Codec strings and VIDEO-RANGE are those that Shaka Packager writes of the streams.
  private static func expectPackagersWords(_ run: Run) throws {
    var arguments: [String] = []
    for variant in run.predicted.variants {
      let copied = try Outside.run(
        try Outside.tool("ffmpeg"),
        ["-v", "error", "-y", "-i", run.path("out/hls/\(variant.id)/index.m3u8"), "-c", "copy"]
          + (variant.videoCodec?.hasPrefix("hvc1") == true ? ["-tag:v", "hvc1"] : []) + ["\(variant.id).mp4"], in: run.folder)
      #expect(copied.code == 0, "\(variant.id): \(copied.err)")
      arguments.append("in=\(variant.id).mp4,stream=video,output=\(variant.id).out.mp4,playlist_name=\(variant.id).m3u8")
    }
    let packed = try Outside.run(try Outside.packager(), arguments + ["--hls_master_playlist_output", "master.m3u8"], in: run.folder)
    #expect(packed.code == 0, "\(packed.err)")
    let lines = try run.text("master.m3u8").split(separator: "\n").map(String.init)
    for variant in run.predicted.variants {
      let at = try #require(lines.firstIndex(of: "\(variant.id).m3u8"), "\(variant.id)")
      let attributes = try #require(Run.variants(lines[at - 1]).first)
      // What says BT.709 may be left out (AV1 Codec ISO Media File Format Binding, 5).
      #expect(variant.videoCodec == attributes["CODECS"]?.replacing(".0.110.01.01.01.0", with: ""), "\(variant.id)")
      #expect(attributes["VIDEO-RANGE"] ?? "SDR" == variant.videoRange ?? "SDR", "\(variant.id)")
    }
  }

  @Test(
    "interlaced and anamorphic sources come out progressive, in square samples, each field a frame where that is asked for",
    arguments: [
      ("{resolution: 720x576, fps: 25, interlaced: true, sample_aspect_ratio: \"64:45\"}", "50", "1024x576", "512x288"),
      ("{resolution: 720x480, fps: 29.97, interlaced: true, sample_aspect_ratio: \"8:9\"}", "59.94", "640x480", "384x288"),
      ("{resolution: 1440x1080, fps: 25, interlaced: true, sample_aspect_ratio: \"4:3\"}", "50", "1024x576", "512x288"),
    ])
  func interlaced(_ source: String, _ fields: String, _ full: String, _ half: String) throws {
    let height = full.split(separator: "x")[1]
    let frames = fields == "50" ? "25" : "29.97"
    let run = try Run(
      Self.spec(
        source,
        [
          "{name: fields, codec: h264, resolution: \"?x\(height)\", fps: \(fields), gop: 50, encoder_preset: veryfast, profile: high, bitrate: 3M, max_bitrate: 4M, buffer: 4M}",
          "{name: frames, codec: h264, resolution: \(half), fps: \(frames), encoder_preset: veryfast, profile: high}",
          "{name: kept, codec: h264, resolution: \"?x144\", gop: 25, fps: \(frames), encoder_preset: veryfast, profile: high}",
        ]), seconds: 2)
    for (id, size, rate) in [("fields", full, fields), ("frames", half, frames)] {
      let stream = try Self.stream(run, id)
      #expect("\(stream.width ?? 0)x\(stream.height ?? 0)" == size)
      #expect(stream.field_order == "progressive" && stream.sample_aspect_ratio == "1:1", "\(id)")
      #expect(stream.r_frame_rate == ["50": "50/1", "25": "25/1", "59.94": "60000/1001", "29.97": "30000/1001"][rate], "\(id)")
    }
    // FFmpeg's own detector sees no fields, and no picture twice.
    let seen = try Outside.run(
      try Outside.tool("ffmpeg"), ["-v", "info", "-i", run.path("out/hls/fields/index.m3u8"), "-vf", "idet", "-an", "-f", "null", "-"], in: run.folder)
    let counts = try #require(seen.err.firstMatch(of: /Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+)/))
    #expect((Int(counts.1) ?? 9) + (Int(counts.2) ?? 9) <= 5 && (Int(counts.3) ?? 0) > 90, "\(counts.0)")
    let hashes = try Outside.run(
      try Outside.tool("ffmpeg"), ["-v", "error", "-i", run.path("out/hls/fields/index.m3u8"), "-an", "-f", "framemd5", "-"], in: run.folder)
    let pictures = hashes.out.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: ",").last }
    #expect(Set(pictures).count == pictures.count && pictures.count >= 99, "\(Set(pictures).count) of \(pictures.count)")
  }

  @Test("one side follows the source, whose size the spec does not state")
  func openSide() throws {
    let run = try Run(
      """
      rung: 1
      name: Open
      targets: [ffmpeg]
      ladder:
        defaults: {codec: h264, fps: 25, gop: 25, encoder_preset: veryfast, bitrate: 200k, max_bitrate: 300k, buffer: 300k}
        renditions:
          - {name: tall, resolution: "?x270"}
          - {name: wide, resolution: 320x?}
      packaging: {hls: {segment_format: fmp4, segment_duration: 1s}, dash: {segment_format: fmp4, segment_duration: 1s}}
      """, seconds: 2)
    for (id, size) in [("tall", "480x270"), ("wide", "320x180")] {
      let stream = try #require(try run.streams("out/hls/\(id)/index.m3u8", "v").first)
      #expect("\(stream.width ?? 0)x\(stream.height ?? 0)" == size)
    }
  }
}
