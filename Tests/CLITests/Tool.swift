import Foundation
import RungTestSupport
import Testing

/// The built tool, and a directory of its own to run in.
final class Tool {
  struct Result {
    let code: Int32
    let out: String
    let err: String
  }

  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("rung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  static let binary = URL(fileURLWithPath: RungTestSupport.Repository.program)

  func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let url = directory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func read(_ name: String) throws -> String { try String(contentsOf: directory.appendingPathComponent(name), encoding: .utf8) }

  func names(_ directory: String = ".") throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path(directory)).sorted() }

  func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:], in folder: String = ".") throws -> Result {
    try run(Self.binary, arguments, input: input, environment: environment, in: folder)
  }

  func run(list arguments: [String], input: String? = nil) throws -> Result {
    try run(Self.binary, arguments, input: input, environment: [:], in: ".")
  }

  /// A line of shell in which `rung` is the tool.
  func shell(_ line: String, environment: [String: String] = [:]) throws -> Result {
    let path = "\(Self.binary.deletingLastPathComponent().path):/usr/bin:/bin"
    return try run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line], input: nil, environment: ["PATH": path].merging(environment) { $1 }, in: ".")
  }

  private func run(
    _ program: URL, _ arguments: [String], input: String?, environment: [String: String], in folder: String
  ) throws -> Result {
    let files = ["in", "out", "err"].map { FileManager.default.temporaryDirectory.appendingPathComponent("rung-\(UUID().uuidString).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data((file == files[0] ? input ?? "" : "").utf8).write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = directory.appendingPathComponent(folder)
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "ended by signal \(process.terminationStatus)")
    return Result(
      code: process.terminationStatus, out: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

enum Spec {
  static let good = """
    rung: 1
    name: Live TV Channel
    targets:
      tenbyte: {region: sg-edge-04}
    ingest: {mode: push, protocols: [rtmp]}
    ladder:
      defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
    packaging:
      hls: {segment_format: mpegts}

    """
  static let bad = good.replacingOccurrences(of: "3000k", with: "3000")
  /// With something that Tenbyte does not apply.
  static let doubted = good + "playback: {policy: authenticated}\n"
  /// With something that Tenbyte has no field for.
  static let lossy = good + "playback: {domain: live.example.com}\n"
}
