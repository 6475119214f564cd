import Foundation
import RungSpec
import RungTestSupport
import Testing

/// ffmpeg with its encoders, as Debian has it: the judge of these tests.
enum FFmpeg {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// One thing to encode: a single frame, whose level is read from the stream.
  struct Job: Sendable {
    let resolution: Resolution
    let fps: FrameRate
    /// Everything behind the size and the frame rate.
    let options: [String]
  }

  /// What a stream says of itself.
  struct Signalled: Hashable {
    /// As the codec numbers it.
    var level: Int
    var profile: Int
    /// H.264: constraint_set3_flag, which makes level 11 a 1b. HEVC: the tier. AV1: the tier.
    var flag: Bool
  }

  /// - Parameter format: the box of an MP4 file that holds the codec's own description: `avcC`, `hvcC`, `av1C`.
  /// - Returns: for each job what came out; nil where the encoder refused.
  static func encode(_ jobs: [Job], description box: String, at once: Int) throws -> [Signalled?] {
    let program = try program(with: jobs.first?.options.first { $0.hasPrefix("lib") })
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let batches = stride(from: 0, to: jobs.count, by: once).map { $0..<Swift.min($0 + once, jobs.count) }
    let results = Results(count: jobs.count)
    let failures = Results.Failures()
    DispatchQueue.concurrentPerform(iterations: batches.count) { number in
      do {
        try run(program, jobs, batches[number], box, in: folder, results)
      } catch {
        failures.add("\(error)")
      }
    }
    if let first = failures.all.first { throw Missing(description: first) }
    return results.all
  }

  /// What an encoder says while it encodes a frame.
  static func messages(_ job: Job) throws -> [String] {
    let program = try program(with: job.options.first { $0.hasPrefix("lib") })
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      ["-hide_banner", "-nostats", "-f", "lavfi", "-i", "color=s=64x64:r=25:d=1", "-frames:v", "1", "-s", job.resolution.text]
      + ["-r", "\(job.fps.value.numerator)/\(job.fps.value.denominator)", "-sws_flags", "neighbor", "-threads", "1"] + job.options
      + ["-f", "null", "-"]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func run(_ program: String, _ jobs: [Job], _ batch: Range<Int>, _ box: String, in folder: URL, _ results: Results) throws {
    var arguments = ["-hide_banner", "-nostats", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "color=s=64x64:r=25:d=1"]
    for index in batch {
      let job = jobs[index]
      arguments += ["-frames:v", "1", "-s", job.resolution.text, "-r", "\(job.fps.value.numerator)/\(job.fps.value.denominator)"]
      arguments += ["-sws_flags", "neighbor", "-threads", "1"] + job.options + ["-f", "mp4", folder.appendingPathComponent("\(index).mp4").path]
    }
    let log = folder.appendingPathComponent("\(batch.lowerBound).log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    for index in batch {
      let file = folder.appendingPathComponent("\(index).mp4")
      if let data = try? Data(contentsOf: file) { results.set(index, signalled(in: data, box)) }
      try? FileManager.default.removeItem(at: file)
    }
    guard process.terminationStatus == 0 || batch.count == 1 else {
      throw Missing(description: "ffmpeg ended with \(process.terminationStatus): \(String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self))")
    }
  }

  /// The fields of AVCDecoderConfigurationRecord, HEVCDecoderConfigurationRecord, AV1CodecConfigurationRecord.
  private static func signalled(in data: Data, _ box: String) -> Signalled? {
    guard let found = data.range(of: Data(box.utf8)), data.count > found.upperBound + 13 else { return nil }
    let bytes = [UInt8](data[found.upperBound..<found.upperBound + 13])
    switch box {
    case "avcC": return Signalled(level: Int(bytes[3]), profile: Int(bytes[1]), flag: bytes[2] & 0x10 != 0)
    case "hvcC": return Signalled(level: Int(bytes[12]), profile: Int(bytes[1] & 0x1F), flag: bytes[1] & 0x20 != 0)
    case "av1C": return Signalled(level: Int(bytes[1] & 0x1F), profile: Int(bytes[1] >> 5), flag: bytes[2] & 0x80 != 0)
    default: return nil
    }
  }

  /// Where it is.
  private static func program(with encoder: String?) throws -> String {
    guard let program = Judge.path(of: "ffmpeg") else { throw Missing(description: Judge.ffmpeg.advice) }
    guard let encoder else { return program }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-hide_banner", "-encoders"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let list = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard String(decoding: list, as: UTF8.self).contains(" \(encoder) ") else {
      throw Missing(description: "\(program) is without \(encoder); Debian's has it: sudo apt-get install -y ffmpeg")
    }
    return program
  }

  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Signalled?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    func set(_ index: Int, _ value: Signalled?) { lock.withLock { values[index] = value } }
    var all: [Signalled?] { lock.withLock { values } }

    final class Failures: @unchecked Sendable {
      private let lock = NSLock()
      private var values: [String] = []

      func add(_ text: String) { lock.withLock { values.append(text) } }
      var all: [String] { lock.withLock { values } }
    }
  }
}
