import Foundation
import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Every rendition that `check` passes starts in both FFmpegs, and is signalled as `ladder preview` says.
///
/// `.ci/run` takes 60 seeded points. `RUNG_GRID=500 swift test --filter EncoderGridTests` takes as many as are asked for,
/// `RUNG_GRID_SEED` others than usual; both print what was met.
@Suite(.serialized, .enabled(if: Judge.present(.ffmpeg))) struct EncoderGridTests {
  private static let count = Repository.variable("RUNG_GRID").flatMap { Int($0) } ?? 60
  private static let seed = Repository.variable("RUNG_GRID_SEED").flatMap { UInt64($0) } ?? 11

  /// Those without an error: the grid has points that are refused, and more that warn.
  private static let accepted: [GridPoint] = {
    var accepted: [GridPoint] = []
    for point in GridPoint.random(count * 3, seed: seed) where accepted.count < count {
      if check(SourceInput(name: "grid.yaml", text: GridPoint.spec([point])), for: ["ffmpeg"]).diagnostics.allSatisfy({ $0.severity != .error }) {
        accepted.append(point)
      }
    }
    return accepted
  }()

  @Test("what check passes starts, and has the level and the CODECS of the preview", arguments: FFmpegVersion.allCases)
  func starts(_ version: FFmpegVersion) throws {
    #expect(Self.accepted.count == Self.count)
    let program = try version.program()
    var differences: [String] = []
    for start in stride(from: 0, to: Self.accepted.count, by: 6) {
      let points = Array(Self.accepted[start..<Swift.min(start + 6, Self.accepted.count)])
      guard try Self.differences(points, program, version) != [] else { continue }
      // One by one, for the name of the one that fails.
      for point in points { differences += try Self.differences([point], program, version) }
    }
    if Repository.variable("RUNG_GRID") != nil { print("\(version): \(Self.accepted.count) points, \(differences.count) differ") }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  private static func differences(_ points: [GridPoint], _ program: String, _ version: FFmpegVersion) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rung-grid-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("out/dash"), withIntermediateDirectories: true)
    let input = SourceInput(name: "grid.yaml", text: GridPoint.spec(points))
    let command = try #require(compile(input, for: ["ffmpeg"]).streams.first?.setups.first?.command)
    let result = try Outside.run(program, ["-v", "error", "-nostdin"] + command.testArguments(seconds: "0.16").map(\.text), in: folder)
    guard result.code == 0 else { return points.map { "\(version): \($0.text) does not start: \(result.err.suffix(300))" } }
    let predicted = try #require(preview(input, for: "ffmpeg").streams.first).variants.map { $0.videoCodec ?? "none" }
    let manifest = try String(contentsOf: folder.appendingPathComponent("out/dash/manifest.mpd"), encoding: .utf8)
    return try points.indices.compactMap { index in
      let signalled = try Self.signalled(points[index], index, folder, manifest)
      // ffmpeg/encoder-not-built-in: an x265 of 8 bits.
      let isShallow = points[index].value("profile") == "main10" && version == .pypi
      return signalled == predicted[index] || (isShallow && signalled == predicted[index].replacing("hvc1.2.4.", with: "hvc1.1.6.")) ? nil : "\(version): \(points[index].text) is \(signalled), predicted \(predicted[index])"
    }
  }

  /// From the codec's own description; for VP9, whose description FFmpeg writes without the frame rate, from the manifest.
  private static func signalled(_ point: GridPoint, _ index: Int, _ folder: URL, _ manifest: String) throws -> String {
    if point.value("codec") == "vp9" {
      let representation = try #require(manifest.matches(of: /<Representation id="(\d+)"[^>]*codecs="([^"]*)"/).first { $0.1 == "\(index)" })
      return String(representation.2)
    }
    let data = try Data(contentsOf: folder.appendingPathComponent("out/dash/init-stream\(index).m4s"))
    return try #require(CodecDescription.text(in: data))
  }
}

/// Debian's, and the newer one that PyPI has.
enum FFmpegVersion: CaseIterable, Sendable {
  case debian, pypi

  static var allCases: [FFmpegVersion] { Judge.present(.packager) ? [.debian, .pypi] : [.debian] }

  func program() throws -> String {
    switch self {
    case .debian: return try Outside.tool("ffmpeg")
    case .pypi: return try Outside.streamer("ffmpeg")
    }
  }
}

/// The codec string of AVCDecoderConfigurationRecord, HEVCDecoderConfigurationRecord, AV1CodecConfigurationRecord.
enum CodecDescription {
  static func text(in data: Data) -> String? {
    func bytes(_ box: String) -> [UInt8]? {
      guard let found = data.range(of: Data(box.utf8)), data.count >= found.upperBound + 13 else { return nil }
      return [UInt8](data[found.upperBound..<found.upperBound + 13])
    }
    func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    if let avc = bytes("avcC") { return "avc1.\(hex(avc[1]))\(hex(avc[2]))\(hex(avc[3]))" }
    if let hevc = bytes("hvcC") {
      let profile = hevc[1] & 0x1F
      return "hvc1.\(profile).\(profile == 2 ? 4 : 6).\(hevc[1] & 0x20 == 0 ? "L" : "H")\(hevc[12]).90"
    }
    if let av1 = bytes("av1C") {
      let level = av1[1] & 0x1F
      return "av01.\(av1[1] >> 5).\(level < 10 ? "0" : "")\(level)\(av1[2] & 0x80 == 0 ? "M" : "H").\(av1[2] & 0x40 == 0 ? "08" : "10")"
    }
    return nil
  }
}
