import Foundation
import RungTestSupport
import Testing

/// What is shown while somebody types is what `rung check` says of the same text.
@Suite struct TypingTests {
  private static let spec = """
    rung: 1
    name: Näws
    extends: base.yaml
    targets:
      tenbyte: {region: sg-edge-04}
      mkio: {}
      qencode: {}
      livekit: {}
    description: &about Evening news 📺
    ladder:
      drop: [720p]
      renditions:
        - name: 1080p
          bitrate: 2800k
          max_bitrate: 3000k # rung: allow ladder/max-without-buffer -- known
        - {name: 480p, resolution: 854x480, bitrate: 900k}
    packaging:
      hls: {segment_format: mpegts, segment_duration: 3s}

    """
  private static let base = """
    rung: 1
    base: true
    ingest: {mode: push, protocols: [rtmp]}
    ladder:
      defaults: {fps: 23, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k}

    """

  /// A finding, to be compared. Where it is in another file, its place is in the text that extends it.
  private struct Shown: Hashable, Comparable, CustomStringConvertible {
    let id: String
    let severity: String
    let message: String
    let start: Int?

    static func < (left: Shown, right: Shown) -> Bool { (left.id, left.start ?? -1, left.message) < (right.id, right.start ?? -1, right.message) }
    var description: String { "\(id)@\(start ?? -1) \(severity): \(message)" }
  }

  @Test("after each hundredth edit the findings are those of `rung check`, and the memory does not grow")
  func typing() throws {
    let folder = try Folder()
    try folder.write("base.yaml", Self.base)
    try folder.write("rung.yaml", "severity:\n  tenbyte/not-expressible: warning\n")
    try folder.write("a.rung.yaml", Self.spec)
    let server = try EditorProcess()
    try server.start()
    let uri = folder.uri("a.rung.yaml")
    try server.open(uri, Self.spec)
    var random = SplitMix(seed: 2026)
    var typed = TypedText(Self.spec)
    var memory: [Int] = []
    let count = Depth.times(10_000, quick: 500)
    for number in 1...count {
      let version = number + 1
      // Somebody who types mends what is broken.
      if number % 25 == 0 {
        typed = TypedText(Self.spec)
        try server.change(uri, version: version, [["text": Self.spec]])
      } else {
        try server.change(uri, version: version, [typed.edit(&random)])
      }
      if number % 10 == 7 { try server.send("textDocument/hover", ["textDocument": ["uri": uri], "position": ["line": Int.random(in: 0..<20, using: &random), "character": 6]]) }
      guard number % 100 == 19 else { continue }
      let found = try server.findings(of: uri, version: version)
      try folder.write("a.rung.yaml", typed.text)
      try #expect(shown(found, in: typed.text, uri) == checked(folder), "edit \(number):\n\(typed.text)")
      memory.append(resident(server.identifier))
    }
    #expect(try server.shutDown() == 0)
    if let early = memory.dropFirst(memory.count / 5).first, let late = memory.last { #expect(late < early + early / 4 + 8_000, "\(early) KB, then \(late) KB") }
  }

  private func shown(_ findings: [EditorProcess.Message], in text: String, _ uri: String) -> [Shown] {
    let lines = lines(of: text)
    return findings.map { finding in
      let start = (finding["range"] as? EditorProcess.Message)?["start"] as? [String: Int] ?? [:]
      let line = lines.indices.contains(start["line"] ?? -1) ? lines[start["line"] ?? 0] : (text: "", start: text.utf8.count)
      let before = String(decoding: Array(line.text.utf16.prefix(start["character"] ?? 0)), as: UTF16.self)
      let message = (finding["message"] as? String ?? "").split(separator: "\n").first.map(String.init) ?? ""
      let related = (finding["relatedInformation"] as? [EditorProcess.Message])?.first
      let isElsewhere = related?["message"] as? String == message && (related?["location"] as? EditorProcess.Message)?["uri"] as? String != uri
      let severity = ["", "error", "warning", "note"][finding["severity"] as? Int ?? 0]
      return Shown(id: finding["code"] as? String ?? "", severity: severity, message: message, start: isElsewhere ? nil : line.start + before.utf8.count)
    }.sorted()
  }

  /// Each line, and the byte that it begins with.
  private func lines(of text: String) -> [(text: String, start: Int)] {
    var (lines, start): ([(text: String, start: Int)], Int) = ([], 0)
    var current: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A) {
        lines.append((String(decoding: current, as: UTF8.self), start))
        (current, start) = ([], index + 1)
      } else if byte != 0x0D {
        current.append(byte)
      }
    }
    return lines + [(String(decoding: current, as: UTF8.self), start)]
  }

  private func checked(_ folder: Folder) throws -> [Shown] {
    let run = Repository.shell("cd '\(folder.path("."))' && '\(EditorProcess.program)' check a.rung.yaml --format json 2>/dev/null")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? EditorProcess.Message, "\(run.output)")
    let found = try #require(document["diagnostics"] as? [EditorProcess.Message])
    return found.map { finding in
      let start = (finding["span"] as? EditorProcess.Message)?["start"] as? [String: Int]
      return Shown(
        id: finding["id"] as? String ?? "", severity: finding["severity"] as? String ?? "", message: finding["message"] as? String ?? "",
        start: finding["file"] as? String == "a.rung.yaml" ? start?["byte"] : nil)
    }.sorted()
  }

  /// KB.
  private func resident(_ process: Int32) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
