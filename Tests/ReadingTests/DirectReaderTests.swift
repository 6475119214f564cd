@testable import RungReading
import RungSource
import RungTestSupport
import Testing

/// What is read without libyaml has the tree, the places and the comments that libyaml's events give; everything else is left to it.
@Suite struct DirectReaderTests {
  @Test("texts of pieces of every kind")
  func pieces() {
    var random = SplitMix(seed: 25)
    var taken = 0
    let times = Depth.times(60_000, quick: 6_000)
    for _ in 0..<times {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      guard Self.isSame(text, &taken) else { return }
    }
    #expect(taken > times / 100)
  }

  @Test("trees in every style, some with a fault")
  func trees() {
    var writer = TextWriter(seed: 41)
    var (taken, sound) = (0, 0)
    let times = Depth.times(60_000, quick: 6_000)
    for _ in 0..<times {
      let text = writer.text()
      guard Self.isSame(text, &sound), Self.isSame(writer.changed(text), &taken) else { return }
    }
    #expect(sound > times * 9 / 10)
    #expect(taken > times / 4)
  }

  @Test("cases of each kind, with lines between theirs, in lists and mappings")
  func cases() {
    var taken = 0
    for (text, _) in YAMLCaseTests.cases {
      for line in ["", "# plain\n", "  # indented, ∂é\n", "\n", "  \n", "#\r\n", "# a\u{85}b\n", "\t# tab\n", "# rung: allow x\n", "---\n"] {
        _ = Self.isSame(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + line), &taken)
        _ = Self.isSame(line + text + line, &taken)
      }
      for opening in ["a:\n  ", "- ", "a:\n- ", "a: ", "-   b:\n    - c: "] {
        _ = Self.isSame(opening + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  "), &taken)
      }
    }
    #expect(taken > 100)
  }

  @Test("every character, wherever it stands")
  func characters() {
    var taken = 0
    for code in Array(0x00...0xA1) + [0x2027, 0x2028, 0x2029, 0x202A, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF] {
      let character = String(Unicode.Scalar(UInt32(code)) ?? " ")
      for text in Self.places { _ = Self.isSame(text.replacing("@@", with: character), &taken) }
    }
    #expect(taken > 1_000)
  }

  @Test("what specs are written in is read without libyaml")
  func specs() throws {
    let names = ["docs/examples", "presets"].flatMap { Repository.files(below: $0, ending: ".yaml") }
    #expect(names.count > 10)
    for name in names {
      var taken = 0
      #expect(Self.isSame(try #require(Repository.text(name)), &taken))
      #expect(taken == 1, "\(name) is left to libyaml")
    }
  }

  @Test("bounds are those of libyaml's way")
  func bounds() {
    var bounds = Bounds()
    bounds.depth = 3
    for depth in 1...5 {
      var taken = 0
      #expect(Self.isSame(String(repeating: "- ", count: depth) + "a\n", bounds: bounds, &taken))
      #expect(Self.isSame("a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n", bounds: bounds, &taken))
      #expect(taken == (depth < 3 ? 2 : depth == 3 ? 1 : 0))
    }
    for nodes in 1...20 {
      bounds = Bounds()
      bounds.nodes = nodes
      var taken = 0
      #expect(Self.isSame("a: 1\nb: [x, {y: z}]\nc: |\n  t\nd:\n- e:\n", bounds: bounds, &taken))
      #expect(taken == (nodes < 16 ? 0 : 1))
    }
  }

  private static let places = [
    "a: b@@c\nd: e\n", "a: b\n# c@@d: e\nf: g\n", "@@a: b\n", "a: 'b@@'\n", "a: \"b@@\"\n", "a: b\n@@", "é: b # @@\nd: e\n", "a: @@\n", "a: @@b\n", "a: b@@\n", "- @@\n", "- @@b\n", "-@@b\n", "a@@: b\n",
    "a:@@b\n", "a:@@\n", "a: [@@]\n", "a: [b@@]\n", "a: [@@b]\n", "a: [b @@]\n", "a: [b@@c, d]\n", "a: {b@@: c}\n", "a: {b:@@c}\n", "a: {b: c@@}\n", "a: {b: @@c}\n", "a: {b: c:@@}\n", "a: [b,@@]\n", "a: []@@\n", "a: 'b'@@\n",
    "a: 'b' @@\n", "a: b @@\n", "a: b @@c\n", "a: b: @@\n", "a: |@@\n  b\n", "a: |\n  b@@\n", "a: |\n@@ b\n", "a: |\n  b\n @@c\n", "a: >\n  b\n  @@c\n", "a: >-\n  b\n@@\n  c\n", "---@@\na: b\n", "a: b\n---@@\nc: d\n", "a: b\n@@--\n",
    "a: b\n @@", "a: b\n @@\n", "@@", "a: - @@\n", "- - @@b\n  - c\n", "a:\n  b: c\n @@d: e\n",
  ]

  private static let pieces = [
    "a: b\n", "a:\n", "  b: c\n", "- x\n", "- x # y\n", "  - z\n", "key\n", "x", " ", "\n", "\n\n", ": ", "? x\n", ": y\n", "- ", "-\n", "#", "# c\n", "  # c é\n", "        # deep\n",
    "# long and longer, with quotes ' and \" and signs {[: and 日本語, to its end\n", "\t# c\n", "\t", "# cr\r", "# crlf\r\n", "# nel\u{85}", "# ls\u{2028}# x\n", "\r", "\r\n", "\u{2029}", "{a: 1,\n# c\n b: 2}\n",
    "[1,\n\n# c\n2]\n", "{", "}", "[", "]", ",", "k: |\n  t\n# c\n", "k: >-\n    # no\n  t\n", "|\n", "|+\n\n", "k: |2\n", "'q\n# no\n'", "\"", "'", "\"x\" ", "---\n", "--- ", "...\n", "%YAML 1.2\n", "%TAG ! x:\n", "*a ",
    "&a ", "!!str ", "! ", "<<: *a\n", "é: ü\n", "\u{1F4FA}", "@", "`",
  ]

  /// Whether both ways are alike; reports it where they are not. Counts the texts that were not declined.
  private static func isSame(_ text: String, bounds: Bounds = Bounds(), _ taken: inout Int) -> Bool {
    let bytes = Array(text.utf8)
    let (direct, events) = (read(bytes, bounds, isDirect: true), read(bytes, bounds, isDirect: false))
    #expect(direct == events, "\(text.debugDescription)")
    let skipped = text.hasPrefix("\u{FEFF}") ? 3 : 0
    let isTaken = bytes.withUnsafeBufferPointer { DirectReader.read(UnsafeBufferPointer(rebasing: $0[skipped...]), base: skipped, file: FileID(index: 0), bounds: bounds) != nil }
    if isTaken { taken += 1 }
    return direct == events
  }

  private static func read(_ bytes: [UInt8], _ bounds: Bounds, isDirect: Bool) -> [String] {
    var report = Report()
    let documents = YAMLReader.read(bytes, file: FileID(index: 0), bounds: bounds, isDirect: isDirect, into: &report)
    return documents.map(shown) + report.diagnostics.map { "\($0)" } + report.comments.map { "comment \($0.lower)-\($0.upper)" }
  }

  private static func shown(_ node: Node) -> String {
    let span = "\(node.span.lower)-\(node.span.upper)"
    switch node.content {
    case .scalar(let scalar): return "\(scalar.text.debugDescription) \(scalar.style) \(span)"
    case .list(let items): return "[\(items.map(shown).joined(separator: ", "))] \(span)"
    case .map(let entries): return "{\(entries.map { "\($0.key.value.debugDescription) \($0.key.place.span.lower)-\($0.key.place.span.upper): \(shown($0.value))" }.joined(separator: ", "))} \(span)"
    }
  }
}
