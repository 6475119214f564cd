import Foundation
import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// No segment is larger than the preview says, and none beyond what is tolerated of BANDWIDTH without a finding.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg))) struct SegmentBoundTests {
  private static let renditions: [String] = {
    let rates = [
      "bitrate: 300k, max_bitrate: 450k, buffer: 450k", "bitrate: 300k, max_bitrate: 400k, buffer: 800k", "bitrate: 300k, max_bitrate: 330k, buffer: 330k",
      "rate_control: cbr, bitrate: 300k, buffer: 600k", "rate_control: capped-crf, crf: 23, max_bitrate: 400k, buffer: 400k", "bitrate: 300k",
    ]
    return ["codec: h264, encoder_preset: veryfast", "codec: h265, encoder_preset: ultrafast"].flatMap { codec in rates.map { "\(codec), \($0)" } }
  }()

  private static func spec(_ rendition: String, _ format: String, _ segment: String) -> String {
    """
    rung: 1
    name: Bound
    targets: {ffmpeg: {playlist: ffmpeg}}
    ladder: {renditions: [{name: r0, resolution: 320x180, fps: 25, gop: 50, \(rendition), audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 64k}}]}
    packaging: {hls: {segment_format: \(format), segment_duration: \(segment), playlist_segments: 100}}
    """
  }

  @Test("segments are within the bound of the preview, and within 125 % of BANDWIDTH or found", arguments: FFmpegVersion.allCases)
  func bound(_ version: FFmpegVersion) throws {
    let isWhole = Repository.variable("RUNG_GRID") != nil
    for (index, rendition) in Self.renditions.enumerated() {
      for (format, segment) in [("mpegts", "2s"), ("fmp4", "4s")] where isWhole || (index % 2 == 0) == (format == "mpegts") {
        // 4 s in MPEG-TS is no HLS for H.265 that players take; here it only counts bits.
        let input = SourceInput(name: "spec.yaml", text: Self.spec(rendition, format, segment))
        let analysis = compile(input, for: ["ffmpeg"])
        let command = try #require(analysis.streams.first?.setups.first?.command)
        let predicted = try #require(preview(input, for: "ffmpeg").streams.first?.variants.first)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-bound-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for directory in command.directories {
          try FileManager.default.createDirectory(at: folder.appendingPathComponent(directory), withIntermediateDirectories: true)
        }
        let seconds = isWhole ? "12" : "8"
        let source = EncoderFactTests.hard("320x180") + "[out0];sine=frequency=440:sample_rate=48000[out1]"
        let arguments = ["-v", "error", "-nostdin", "-f", "lavfi", "-t", seconds, "-i", source] + command.parts.flatMap { $0.lines.flatMap { $0.map(\.text) } }
        let result = try Outside.run(try version.program(), arguments, in: folder)
        #expect(result.code == 0, "\(version): \(rendition): \(result.err.suffix(500))")
        let text = try String(contentsOf: folder.appendingPathComponent("out/hls/r0/index.m3u8"), encoding: .utf8)
        let lengths = text.matches(of: /#EXTINF:([0-9.]+)/).compactMap { Double($0.1) }
        let files = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { folder.appendingPathComponent("out/hls/r0/\($0)").path }
        let all = try zip(lengths, files).map { length, file in
          Double(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0) * 8 / length
        }
        // What is left at the end is no segment of a stream that goes on; FFmpeg 8.1 measures it too.
        let peak = try #require(all.dropLast(all.count > 2 ? 1 : 0).max()), largest = try #require(all.max())
        let name = "\(version): \(rendition) in \(format), \(segment)"
        if let bound = predicted.hlsPeak {
          #expect(peak <= Double(bound.bitsPerSecond) * 1.01, "\(name): \(Int(peak)), bound \(bound.bitsPerSecond)")
        } else {
          #expect(!rendition.contains("max_bitrate") && !rendition.contains("cbr"), "\(name)")
        }
        let master = try String(contentsOf: folder.appendingPathComponent("out/hls/master.m3u8"), encoding: .utf8)
        let bandwidth = try #require(master.firstMatch(of: /[:,]BANDWIDTH=([0-9]+)/).flatMap { Double($0.1) })
        let isFound = analysis.diagnostics.contains { $0.id == "ffmpeg/bandwidth-below-peak" }
        #expect(peak <= bandwidth * 1.25 || isFound, "\(name): \(Int(peak)), BANDWIDTH \(Int(bandwidth))")
        let target = rendition.contains("crf") ? 400_000.0 : 300_000
        // The two rules that the preview tells of.
        if version == .debian {
          #expect(Int(bandwidth) == Int(((target + 64_000) * 1.1).rounded()), "\(name)")
        } else {
          #expect(bandwidth >= peak * 0.98 && bandwidth <= largest * 1.02, "\(name): \(Int(peak)), \(Int(largest)), BANDWIDTH \(Int(bandwidth))")
        }
        if isWhole { print("\(name): \(Int(peak)) of \(predicted.hlsPeak?.bitsPerSecond ?? 0), BANDWIDTH \(Int(bandwidth)), \(isFound ? "found" : "quiet")") }
      }
    }
  }

  @Test("Apple's tolerance is held against maximum and sound, under its pack only")
  func apple() {
    let text = Self.spec("codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k", "fmp4", "2s").replacing("targets: {ffmpeg: {playlist: ffmpeg}}\n", with: "")
    let id = "apple-hls/segment-peak-above-bandwidth"
    #expect(!check(SourceInput(name: "a", text: text)).diagnostics.contains { $0.id.rawValue == id || $0.id == "ffmpeg/bandwidth-below-peak" })
    let found = check(SourceInput(name: "a", text: text), packs: [.appleHLS]).diagnostics.first { $0.id.rawValue == id }
    #expect(found?.message.contains("2s") == true && found?.message.contains("4000k") == true)
  }
}
