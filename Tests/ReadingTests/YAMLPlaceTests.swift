import RungReading
import RungSource
import RungTestSupport
import Testing

/// Spans of keys and values, in every style that YAML has. The marks stand where the spans must lie.
@Suite struct YAMLPlaceTests {
  struct Case: Sendable {
    let text: String
    /// Keys and indices to the node; a last `~` means its key.
    let path: [String]
    let value: String?

    init(_ text: String, _ path: String, _ value: String? = nil) {
      self.text = text
      self.path = path.split(separator: "/").map(String.init)
      self.value = value
    }
  }

  static let cases: [Case] = [
    // Plain.
    Case("a: ⟦b⟧\n", "a", "b"),
    Case("⟦a⟧: b\n", "a/~"),
    Case("a: ⟦b c  d⟧   # comment\n", "a", "b c  d"),
    Case("a:\n  ⟦b⟧\n", "a", "b"),
    Case("a: ⟦b\n  c⟧\nd: e\n", "a", "b c"),
    Case("a: ⟦http://x:80/#y⟧\n", "a", "http://x:80/#y"),
    Case("a:   ⟦b⟧", "a", "b"),
    Case("a:\t⟦b⟧\t\n", "a", "b"),
    // Quoted.
    Case("a: ⟦\"b\"⟧\n", "a", "b"),
    Case("a: ⟦'b''c'⟧ # x\n", "a", "b'c"),
    Case("⟦\"a b\"⟧: c\n", "a b/~"),
    Case("a: ⟦\"b\\n\\u00e9\\U0001F3AC\"⟧\n", "a", "b\né🎬"),
    Case("a: ⟦\"b\n  c\"⟧\n", "a", "b c"),
    Case("a: ⟦''⟧\n", "a", ""),
    // Block scalars: from the indicator to the last character.
    Case("a: ⟦|\n  b\n  c⟧\nd: e\n", "a", "b\nc\n"),
    Case("a: ⟦>-\n  b\n  c⟧\n\nd: e\n", "a", "b c"),
    Case("a: ⟦|+\n  b⟧\n\nd: e\n", "a", "b\n\n"),
    Case("a:\n  - ⟦|1\n    b⟧\n  - c\n", "a/0", " b\n"),
    // Nothing.
    Case("a:⟦⟧\nb: c\n", "a", ""),
    Case("a: {b: ⟦⟧}\n", "a/b", ""),
    // Flow.
    Case("a: ⟦{b: c, d: [e, f]}⟧\n", "a"),
    Case("a: {b: c, d: ⟦[e, f]⟧}\n", "a/d"),
    Case("a: {b: c, d: [e, ⟦f⟧]}\n", "a/d/1", "f"),
    Case("a: {b: ⟦c⟧, d: [e, f]}\n", "a/b", "c"),
    Case("a: {b: c, ⟦d⟧: [e, f]}\n", "a/d/~"),
    Case("a: {\"b\":⟦c⟧}\n", "a/b", "c"),
    Case("a: ⟦[\n  b,\n  c\n]⟧\n", "a"),
    Case("a: [⟦b⟧ , c ]\n", "a/0", "b"),
    Case("a: ⟦[]⟧\n", "a"),
    Case("a: ⟦{}⟧\n", "a"),
    Case("a: [b: ⟦c⟧]\n", "a/0/b", "c"),
    // Block collections: from the first key or dash to the last value.
    Case("a:\n  ⟦b: c\n  d: e⟧\nf: g\n", "a"),
    Case("a:\n  ⟦- b\n  - c⟧\nd: e\n", "a"),
    Case("a:\n⟦- b\n- c⟧\nd: e\n", "a"),
    Case("a:\n  - ⟦b: c\n    d: e⟧\n  - f\n", "a/0"),
    Case("a:\n  - ⟦b⟧\n", "a/0", "b"),
    Case("a:\n  - - ⟦b⟧\n", "a/0/0", "b"),
    // Explicit keys.
    Case("? ⟦a⟧\n: b\n", "a/~"),
    Case("? a\n: ⟦b⟧\n", "a", "b"),
    // Anchors and tags stand before the span.
    Case("a: &x ⟦b⟧\n", "a", "b"),
    Case("a: !!str ⟦1⟧\n", "a", "1"),
    Case("a: &x !!str ⟦1⟧\n", "a", "1"),
    Case("a: !!str &x ⟦1⟧\n", "a", "1"),
    Case("a: &x ⟦[b]⟧\n", "a"),
    Case("a: &x\n  ⟦b: c⟧\n", "a"),
    Case("a: &x ⟦{b: c}⟧\n", "a"),
    Case("&x ⟦a⟧: b\n", "a/~"),
    Case("a: &x ⟦'b'⟧\n", "a", "b"),
    Case("a: &x⟦⟧\nb: c\n", "a", ""),
    Case("a: !!null⟦⟧\nb: c\n", "a", ""),
    Case("a: &x⟦?b⟧\n", "a", "?b"),
    // An aliased value stands where it is written.
    Case("a: &x ⟦b⟧\nc: *x\n", "c", "b"),
    Case("a: &x {b: ⟦c⟧}\nd: *x\n", "d/b", "c"),
    Case("a: &x ⟦{b: c}⟧\nd: *x\n", "d"),
    Case("a: &x b\n⟦c⟧: *x\n", "c/~"),
    // Merges take over keys with their places.
    Case("a: &x {b: ⟦c⟧}\nd:\n  <<: *x\n  e: f\n", "d/b", "c"),
    Case("a: &x {b: c}\nd:\n  <<: *x\n  b: ⟦f⟧\n", "d/b", "f"),
    Case("a: &x {b: ⟦1⟧}\ny: &y {b: 2}\nd:\n  <<: [*x, *y]\n", "d/b", "1"),
    Case("a: {<<: {b: ⟦c⟧}}\n", "a/b", "c"),
    Case("a: {\"<<\": ⟦c⟧}\n", "a/<<", "c"),
    // Multibyte text before and inside.
    Case("# 🎬 é\na: ⟦b⟧\n", "a", "b"),
    Case("é: 🎬\na: ⟦ü⟧\n", "a", "ü"),
    Case("é: {🎬: ⟦ü⟧}\n", "é/🎬", "ü"),
    Case("⟦日本⟧: x\n", "日本/~"),
    Case("a: \"日本\" # 語\nb: ⟦'é'⟧\n", "b", "é"),
    Case("a: ⟦|\n  日本\n  🎬⟧\nb: c\n", "a", "日本\n🎬\n"),
    // Line endings, byte order marks, directives.
    Case("a: b\r\nc: ⟦d⟧\r\n", "c", "d"),
    Case("a: b\rc: ⟦d⟧\r", "c", "d"),
    Case("a: ⟦|\r\n  b⟧\r\nc: d\r\n", "a", "b\n"),
    Case("\u{FEFF}a: ⟦b⟧\n", "a", "b"),
    Case("\u{FEFF}# é\r\na: ⟦b⟧\r\n", "a", "b"),
    Case("%YAML 1.2\n---\na: ⟦b⟧\n", "a", "b"),
    Case("---\na: ⟦b⟧\n...\n", "a", "b"),
    Case("--- {a: ⟦b⟧}\n", "a", "b"),
    // JSON is YAML.
    Case("{\"a\": {\"b\": ⟦\"c\"⟧}}", "a/b", "c"),
  ]

  @Test("spans lie where the marks stand")
  func places() {
    for item in Self.cases {
      let marked = MarkedText(item.text)
      var report = Report()
      let documents = read(marked.text, &report)
      guard report.diagnostics.isEmpty, let document = documents.first, documents.count == 1 else {
        Issue.record("does not read: \(marked.text)\n\(report.diagnostics.map(\.message))")
        continue
      }
      var node = document
      var key: Located<String>?
      for step in item.path where step != "~" {
        if let index = Int(step), index < node.items.count {
          node = node.items[index]
        } else if let entry = node.entries.first(where: { $0.key.value == step }) {
          (node, key) = (entry.value, entry.key)
        } else {
          Issue.record("no \(item.path) in: \(marked.text)")
        }
      }
      let span = item.path.last == "~" ? key?.place.span : node.span
      let found = span.map { Int($0.lower)..<Int($0.upper) }
      #expect(found == marked.ranges.first, "\(item.path) in: \(item.text)\nfound: \(shown(marked.text, found))")
      if let value = item.value { #expect(node.scalar?.text == value, "\(item.text)") }
    }
  }

  private func shown(_ text: String, _ range: Range<Int>?) -> String {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } ?? "nothing"
  }

  @Test("each document of a file has its own places, and its own anchors")
  func documents() {
    let marked = MarkedText("# one\n---\na: &x ⟦b⟧\n---\na: ⟦c⟧\n--- # empty\n---\na: ⟦d⟧\n...\n")
    var report = Report()
    let documents = read(marked.text, &report)
    #expect(report.diagnostics.isEmpty)
    #expect(documents.map { $0["a"].map { Int($0.span.lower)..<Int($0.span.upper) } } == marked.ranges)
    report = Report()
    _ = read("a: &x b\n---\na: *x\n", &report)
    #expect(report.diagnostics.map(\.id) == ["yaml/unknown-alias"])
  }

  @Test("a finding on an aliased value says through which alias")
  func aliasTrail() throws {
    let marked = MarkedText("a: &x b\nc: ⟦*x⟧\n")
    var report = Report()
    let document = try #require(read(marked.text, &report).first)
    report.flag(YAMLFaults.tag, try #require(document["c"]).place, "something")
    let note = try #require(report.diagnostics.first?.notes.first?.span)
    #expect(Int(note.lower)..<Int(note.upper) == marked.ranges.first)
  }
}

func read(_ text: String, format: SourceFormat = .yaml, bounds: Bounds = Bounds(), _ report: inout Report) -> [Node] {
  read(Array(text.utf8), format: format, bounds: bounds, &report)
}

func read(_ bytes: [UInt8], format: SourceFormat = .yaml, bounds: Bounds = Bounds(), _ report: inout Report) -> [Node] {
  let file = SourceFile(name: "text", bytes: bytes)
  return Reader.read(file, id: FileID(index: 0), format: format, bounds: bounds, into: &report)
}
