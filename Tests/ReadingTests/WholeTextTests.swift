@testable import RungReading
import RungSource
import RungTestSupport
import Testing

/// libyaml gets a text as a whole, and comments are passed over for it: the result is that of the way that it documents.
@Suite struct WholeTextTests {
  @Test("texts of every kind")
  func made() {
    var random = SplitMix(seed: 25)
    for _ in 0..<Depth.times(60_000, quick: 6_000) {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      guard Self.isSame(text) else { return }
    }
  }

  @Test("cases of each kind, with comments between their lines")
  func cases() {
    for (text, _) in YAMLCaseTests.cases {
      for comment in ["", "# plain\n", "  # indented, ∂é\n", "\n", "#\r\n", "# a\u{85}b\n", "\t# tab\n"] {
        _ = Self.isSame(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + comment))
        _ = Self.isSame(comment + text + comment)
      }
    }
  }

  @Test("characters that libyaml refuses, wherever they stand")
  func refused() {
    for code in Array(0x00...0xA1) + [0x2028, 0x2029, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF] {
      let character = String(Unicode.Scalar(UInt32(code)) ?? " ")
      for text in ["a: b\(character)c\nd: e\n", "a: b\n# c\(character)d: e\nf: g\n", "\(character)a: b\n", "a: 'b\(character)'\n", "a: b\n\(character)", "é: b # \(character)\nd: e\n"] { _ = Self.isSame(text) }
    }
  }

  private static let pieces = [
    "a: b\n", "a:\n", "  b: c\n", "- x\n", "- x # y\n", "  - z\n", "key\n", "x", " ", "\n", "\n\n", ": ", "? x\n", ": y\n", "- ", "-\n", "#", "# c\n", "  # c é\n", "        # deep\n",
    "# long and longer, with quotes ' and \" and signs {[: and 日本語, to its end\n", "\t# c\n", "\t", "# cr\r", "# crlf\r\n", "# nel\u{85}", "# ls\u{2028}# x\n", "\r", "\r\n", "\u{2029}", "{a: 1,\n# c\n b: 2}\n",
    "[1,\n\n# c\n2]\n", "{", "}", "[", "]", ",", "k: |\n  t\n# c\n", "k: >-\n    # no\n  t\n", "|\n", "|+\n\n", "k: |2\n", "'q\n# no\n'", "\"", "'", "\"x\" ", "---\n", "--- ", "...\n", "%YAML 1.2\n", "%TAG ! x:\n", "*a ",
    "&a ", "!!str ", "! ", "<<: *a\n", "é: ü\n", "\u{1F4FA}", "@", "`",
  ]

  /// Whether both ways are alike; reports it where they are not.
  private static func isSame(_ text: String) -> Bool {
    let (whole, parts) = (read(text, isWhole: true), read(text, isWhole: false))
    #expect(whole == parts, "\(text.debugDescription)")
    return whole == parts
  }

  private static func read(_ text: String, isWhole: Bool) -> [String] {
    var report = Report()
    let documents = YAMLReader.read(Array(text.utf8), file: FileID(index: 0), bounds: Bounds(), isWhole: isWhole, into: &report)
    return documents.map(shown) + report.diagnostics.map { "\($0)" }
  }

  private static func shown(_ node: Node) -> String {
    let span = "\(node.span.lower)-\(node.span.upper)"
    switch node.content {
    case .scalar(let scalar): return "\(scalar.text.debugDescription) \(scalar.type) \(span)"
    case .list(let items): return "[\(items.map(shown).joined(separator: ", "))] \(span)"
    case .map(let entries): return "{\(entries.map { "\($0.key.value.debugDescription) \($0.key.place.span.lower)-\($0.key.place.span.upper): \(shown($0.value))" }.joined(separator: ", "))} \(span)"
    }
  }
}
