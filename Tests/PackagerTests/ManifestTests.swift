import Foundation
import Rung
import RungOutput
import RungSpec
import RungTestSupport
import Testing

/// The manifests of `ladder preview --dash`: held against the rules of the schema, and read back by FFmpeg.
@Suite(.serialized) struct ManifestTests {
  private static func judged(_ manifests: [String: String]) throws -> Outside.Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-mpd-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in manifests { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    return try Outside.run(
      "/usr/bin/env", [Judge.python, "\(Repository.root)/Tests/PackagerTests/manifest.py"] + manifests.keys.sorted(), in: folder)
  }

  private static let previewed: [(name: String, stream: PreviewedStream)] = GoldenCase.all.flatMap { golden in
    golden.specs.flatMap { spec in
      preview(SourceInput(name: spec, bytes: golden.bytes(of: spec) ?? []), loader: golden.loader).streams.enumerated().map {
        ("\(golden)-\(spec)-\($0).mpd".replacing("/", with: "-"), $1)
      }
    }
  }

  @Test("every manifest is valid")
  func valid() throws {
    // What the spec leaves open stays open in the manifest too.
    let complete = Self.previewed.filter { stream in
      !stream.stream.variants.isEmpty && stream.stream.variants.allSatisfy { $0.hlsPeak != nil && $0.codecs != nil }
    }
    #expect(complete.count > 10)
    let result = try Self.judged(Dictionary(complete.map { ($0.name, MediaPresentation.text($0.stream)) }) { first, _ in first })
    #expect(result.code == 0, "\(result.out)\(result.err)")
  }

  @Test("the judge refuses what the schema refuses")
  func refused() throws {
    let stream = try #require(Self.previewed.first { $0.name.contains("tenbyte-video") }).stream
    let good = MediaPresentation.text(stream)
    let bad: [String: (String, String)] = [
      "rate": ("frameRate=\"25\"", "frameRate=\"25fps\""), "word": ("bandwidth=", "bandwith="), "time": ("minBufferTime=\"PT4S\"", "minBufferTime=\"4s\""),
      "missing": ("minBufferTime=\"PT4S\"", ""), "number": ("timescale=\"25\"", "timescale=\"-25\""), "start": ("availabilityStartTime=", "publishTime="),
      "twice": ("id=\"720p\"", "id=\"1080p\""), "place": ("<Period id", "<UTCTiming schemeIdUri=\"urn:x\"/><Period id"), "end": ("</MPD>", ""),
    ]
    for (name, change) in bad {
      #expect(good.contains(change.0), "\(name)")
      let result = try Self.judged([name: good.replacing(change.0, with: change.1, maxReplacements: 1)])
      #expect(result.code == 1 && result.out.contains(name), "\(name) passes")
    }
    #expect(try Self.judged(["good": good]).code == 0)
  }

  @Test("FFmpeg reads the manifest, with segments of the command where it says", .enabled(if: Judge.present(.ffmpeg)))
  func readBack() throws {
    let path = "Tests/Golden/ffmpeg-ladder/spec.yaml"
    let run = try Run(try #require(Repository.text(path)), name: path, seconds: 13)
    let names = run.predicted.variants.map(\.id) + run.predicted.sounds.map(\.id)
    for (index, name) in names.enumerated() {
      try FileManager.default.createDirectory(atPath: run.path(name), withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: run.path("out/dash/init-stream\(index).m4s"), toPath: run.path("\(name)/init.mp4"))
      for number in 1...3 {
        try FileManager.default.moveItem(atPath: run.path("out/dash/chunk-stream\(index)-0000\(number).m4s"), toPath: run.path("\(name)/\(number).m4s"))
      }
    }
    // What is over is told from the beginning to the end.
    let live = MediaPresentation.text(run.predicted)
    let over = live.replacing(/type="dynamic"/, with: "type=\"static\" mediaPresentationDuration=\"PT13S\"")
      .replacing(/\ (availabilityStartTime|minimumUpdatePeriod|timeShiftBufferDepth)="[^"]*"/, with: "")
    try Data(over.utf8).write(to: run.folder.appendingPathComponent("manifest.mpd"))
    let pictures = try run.streams("manifest.mpd", "v")
    #expect(pictures.map(\.width) == run.predicted.variants.map { $0.resolution?.width })
    #expect(pictures.map(\.r_frame_rate) == run.renditions.map(\.rate))
    #expect(try run.streams("manifest.mpd", "a").count == run.predicted.sounds.count)
    // All of it, and nothing twice.
    #expect(try run.packets("manifest.mpd", "v:0").count == 390)
  }
}
