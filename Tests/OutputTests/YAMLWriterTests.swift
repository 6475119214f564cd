@testable import RungOutput
import RungReading
import RungSource
import RungTestSupport
import Testing

/// What is written is read back as the same tree: by Rung, and from outside by ruamel.yaml, a reader of YAML 1.2.
@Suite struct YAMLWriterTests {
  static let nasty = [
    "", " ", "a b", " a", "a ", "no", "No", "yes", "on", "off", "y", "n", "null", "Null", "~", "true", "True", "False", "4.0", "1", "007", "0o17", "0x1F", "0b11",
    "1_000", "1:30", "12:30:45", "1e3", "+1", "-1", ".5", ".inf", "-.inf", ".nan", "2026-11-20", "2026-11-20T10:00:00Z", "=", "<<", "---", "...", "--- a", "- a",
    "-a", "? a", "?a", ": a", ":a", "a: b", "a:b", "a:", "a :b", "a #b", "#a", "a#b", "*a", "&a", "!a", "!!str a", "|", ">", "'a'", "it's", "\"a\"", "%a", "@a", "`a`",
    "{a}", "[a]", "a,b", "a, b", "a]b", "a}b", "${env:NAME}", "<TOKEN>", "srt://a.example.com:9000?x=y&z=#1", "C:\\path", "a\nb", "a\nb\n", "a\n\nb", "\na", "a\n", "\n",
    " a\nb", "a\n b", "a \nb", "a\n\n", "a\tb", "\ta", "a\r\nb", "a\rb", "a\u{0}b", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{2028}", "\u{200B}", "\u{202E}abc",
    "\u{FEFF}a", "a\u{FEFF}", "\u{FFFD}", "日本語", "é", "e\u{301}", "🎬", "👨‍👩‍👧", "\u{10FFFF}", "\u{E000}", "3000k", "1920x1080", "48 kHz", "30000/1001", "2s", "1b", "1.2.3",
    "# a\nb: c\n- d", "a: |\n  b", "<x a=\"1\">\n  <y/>\n</x>\n", "%YAML 1.2\n---\n", "--- a\n...\nb", "e", "0", "-", "--", "?", ":", "1.", "1_", "0x", "0xg", "12e03", "_1", "1,000",
    String(repeating: "long ", count: 60) + "text", String(repeating: "x", count: 1500), "!", "!!", "[", "a [b", "a {b", "key: [a", "\\n", "\\", "\"", "'", "a'b\"c",
  ]

  private static func text(_ text: String) -> Node { .string(text, at: .nowhere) }
  private static func plain(_ text: String) -> Node { Node(.scalar(Scalar(text, .plain)), at: .nowhere) }
  private static func map(_ entries: [(String, Node)]) -> Node {
    Node(.map(entries.map { Node.Entry(key: Located($0.0, at: .nowhere), value: $0.1) }), at: .nowhere)
  }
  private static func list(_ items: [Node]) -> Node { Node(.list(items), at: .nowhere) }

  /// A tree of any form, its texts from the list above and made of its pieces.
  private static func tree(_ random: inout SplitMix, depth: Int) -> Node {
    switch Int.random(in: 0..<(depth > 4 ? 4 : 8), using: &random) {
    case 0: return plain(["true", "false", "null", "0", "-12", "1.5", "4.0", "1000000", "29.97"].randomElement(using: &random) ?? "0")
    case 1, 2, 3: return text(word(&random))
    case 4, 5:
      return list((0..<Int.random(in: 0...4, using: &random)).map { _ in tree(&random, depth: depth + 1) })
    default:
      var entries: [(String, Node)] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let key = word(&random)
        if !entries.contains(where: { $0.0 == key }) { entries.append((key, tree(&random, depth: depth + 1))) }
      }
      return map(entries)
    }
  }

  private static func word(_ random: inout SplitMix) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return (nasty.randomElement(using: &random) ?? "") + (nasty.randomElement(using: &random) ?? "")
    case 1:
      let pieces = Array("ab01 :#-,?[]{}&*!|>'\"%@`\n\\._+=~<\t/é🎬").map(String.init)
      return (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    default: return nasty.randomElement(using: &random) ?? ""
    }
  }

  private static let trees: [Node] = {
    var random = SplitMix(seed: 0x59_41_4D_4C)
    var trees = nasty.map { map([("key", text($0)), ($0.isEmpty ? "empty" : $0, map([("in", text($0)), ("list", list([text($0)]))]))]) }
    for _ in 0..<Depth.times(1500, quick: 300) {
      var entries: [(String, Node)] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let key = word(&random)
        if !entries.contains(where: { $0.0 == key }) { entries.append((key, tree(&random, depth: 0))) }
      }
      trees.append(map(entries))
    }
    return trees
  }()

  @Test("what is written is read back as the same tree, without a remark")
  func readBack() {
    for tree in Self.trees {
      let text = YAMLWriter.text([tree])
      var report = Report()
      let file = SourceFile(name: "written.yaml", bytes: Array(text.utf8))
      let read = Reader.read(file, id: FileID(index: 0), format: .yaml, into: &report)
      // That a key holds a NUL is said, and the key is read all the same.
      let remarks = report.diagnostics.filter { $0.id != "source/control-character" }
      #expect(read.count == 1 && remarks.isEmpty, "\(report.diagnostics.map(\.message))\n\(text)")
      if let first = read.first, let difference = first.firstDifference(from: tree) { Issue.record("\(difference)\n\(text)") }
    }
  }

  @Test("another reader of YAML 1.2 makes the same of it", .enabled(if: Judge.present(.ruamel)))
  func outside() {
    let cases = Self.trees.enumerated().compactMap { index, tree -> String? in
      // U+0000 ends a C string.
      guard let json = try? JSONWriter.text(tree, indent: 0), json.utf8.count > 2 else { return nil }
      return "{\"name\": \"tree \(index)\", \"yaml\": \(Rewriting.quoted(YAMLWriter.text([tree]))), \"json\": \(Rewriting.quoted(json))}"
    }
    #expect(cases.count > Self.trees.count * 9 / 10)
    guard let folder = Repository.temporaryFolder() else {
      Issue.record("no temporary folder could be made")
      return
    }
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    #expect(Repository.write("{\"cases\": [\(cases.joined(separator: ",\n"))]}", to: "\(folder)/cases.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/OutputTests/yaml.py '\(folder)/cases.json'")
    #expect(result.status == 0, "\(result.output.prefix(4000))")
  }

  @Test("big parts stand in blocks, small mappings on a line, quotes where they are needed")
  func form() {
    let spec = """
      rung: 1
      name: "Evening News: late"
      labels: {team: sports, shift: "no"}

      targets:
        tenbyte: {region: sg-edge-04}

      ingest:
        protocols: [rtmp, srt]
        token: ${env:INGEST_TOKEN}
        source: {url: "srt://origin.example.com:9000"}

      ladder:
        defaults: {fps: 25, keyframe_interval: 2s, audio: {codec: aac, sample_rate: 48 kHz}}
        renditions:
          - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, level: "4.0", audio: {bitrate: 128k}}
          - {name: 720p, resolution: 1280x720, bitrate: 1500k, level: "3.1", audio: {bitrate: 96k}}

      packaging:
        hls: {segment_format: mpegts, playlist_segments: 6}

      recording: {window: 4h}
      webhook: https://hooks.example.com/rung
      """ + "\n"
    var report = Report()
    let read = Reader.read(SourceFile(name: "a.yaml", bytes: Array(spec.utf8)), id: FileID(index: 0), format: .yaml, into: &report)
    #expect(YAMLWriter.text(read) == spec)
    #expect(YAMLWriter.text(read + read, remarks: ["imported"]).hasPrefix("# imported\nrung: 1\n"))
  }
}
