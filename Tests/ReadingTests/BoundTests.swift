import RungReading
import RungSource
import RungTestSupport
import Testing

/// Texts that ask for too much get one clear answer, soon.
@Suite struct BoundTests {
  private func ids(_ text: String, format: SourceFormat = .yaml, bounds: Bounds = Bounds()) -> [String] {
    var report = Report()
    _ = read(text, format: format, bounds: bounds, &report)
    return report.diagnostics.map(\.id.rawValue)
  }

  @Test("size")
  func size() {
    var bounds = Bounds()
    bounds.fileSize = 8
    #expect(ids("a: 12345", bounds: bounds).isEmpty)
    #expect(ids("a: 123456", bounds: bounds) == ["source/too-large"])
    var report = Report()
    #expect(read([UInt8](repeating: 0x20, count: Bounds().fileSize + 1), &report).isEmpty)
    #expect(report.diagnostics.map(\.id) == ["source/too-large"])
  }

  @Test("depth")
  func depth() {
    let deepest = Bounds().depth
    func nested(_ open: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }
    for format in [SourceFormat.yaml, .json] {
      #expect(ids(nested("[", "]", deepest), format: format).isEmpty)
      #expect(ids(nested("[", "]", deepest + 1), format: format) == ["source/too-deep"])
      #expect(ids(nested("{\"a\":", "}", deepest), format: format).isEmpty)
      #expect(ids(nested("{\"a\":", "}", deepest + 1), format: format) == ["source/too-deep"])
      #expect(ids(String(repeating: "[", count: 1_000_000), format: format) == ["source/too-deep"])
    }
    #expect(ids(String(repeating: "- ", count: 100_000) + "a") == ["source/too-deep"])
    #expect(ids((0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()) == ["source/too-deep"])
    #expect(ids(String(repeating: "? ", count: 1000)) == ["source/too-deep"])
  }

  @Test("values")
  func values() {
    var bounds = Bounds()
    bounds.nodes = 10
    #expect(ids("[1,2,3,4,5,6,7,8,9]", bounds: bounds).isEmpty)
    #expect(ids("[1,2,3,4,5,6,7,8,9,10]", bounds: bounds) == ["source/too-many-values"])
    #expect(ids("[1,2,3,4,5,6,7,8,9,10]", format: .json, bounds: bounds) == ["source/too-many-values"])
  }

  @Test("aliases of aliases")
  func laughs() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) [\((0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
    }
    let took = CPUTime.measure { #expect(ids(text) == ["source/too-many-values"]) }
    #expect(took < .seconds(2), "\(took)")
    // The same by way of merges.
    var merges = "a0: &a0 {k0: 1, l0: 2}\n"
    for level in 1...30 { merges += "a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)], k\(level): *a\(level - 1)}\n" }
    let merged = CPUTime.measure { #expect(ids(merges) == ["source/too-many-values"]) }
    #expect(merged < .seconds(2), "\(merged)")
  }

  @Test("what aliases repeat counts as deep as it stands")
  func aliasDepth() {
    var bounds = Bounds()
    bounds.depth = 5
    #expect(ids("a: &a [[[1]]]\nb: [*a]\n", bounds: bounds).isEmpty)
    #expect(ids("a: &a [[[1]]]\nb: [[*a]]\n", bounds: bounds) == ["source/too-deep"])
    #expect(ids("a: &a [[[1]]]\nb: &b [*a]\nc: *b\n", bounds: bounds).isEmpty)
    #expect(ids("a: &a [[[1]]]\nb: &b [*a]\nc: [*b]\n", bounds: bounds) == ["source/too-deep"])
    #expect(ids("a: &a {b: {c: {d: 1}}}\ne: {f: {<<: *a}}\n", bounds: bounds) == ["source/too-deep"])
    // Each alone is shallow.
    var text = "a0: &a0 1\n"
    for level in 1...100 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(ids(text) == ["source/too-deep"])
  }

  @Test("aliases repeat so much in each document, and so much text in a file")
  func repeated() {
    var bounds = Bounds()
    bounds.repeatedNodes = 6
    #expect(ids("a: &a {b: 1}\nc: [*a, *a]\n", bounds: bounds).isEmpty)
    #expect(ids("a: &a {b: 1}\nc: [*a, *a, *a]\n", bounds: bounds) == ["source/too-many-values"])
    #expect(ids(String(repeating: "---\na: &a {b: 1}\nc: [*a, *a]\n", count: 20), bounds: bounds).isEmpty)
    bounds.repeatedBytes = 20
    #expect(ids("a: &a 0123456789\nc: [*a, *a]\n", bounds: bounds).isEmpty)
    #expect(ids("a: &a 0123456789\nc: [*a, *a, *a]\n", bounds: bounds) == ["source/too-many-values"])
    #expect(ids("a: &a {0123456789: ~}\nc: [*a, *a, *a]\n", bounds: bounds) == ["source/too-many-values"])
    bounds.fileSize = 50
    #expect(ids("a: &a 0123456789\nc: [*a, *a]\n---\n", bounds: bounds).isEmpty)
    bounds.fileSize = 100
    #expect(ids(String(repeating: "a: &a 0123456789\nb: *a\n---\n", count: 3), bounds: bounds).isEmpty)
    bounds.fileSize = 15
    #expect(ids("&a a: 1\nb: *a\n", bounds: bounds).isEmpty)
  }

  @Test("a flat text of many documents is within the bounds")
  func flat() {
    var report = Report()
    let documents = read(String(repeating: "---\nrung: 1\nname: news\nlabels: {a: b, c: d, e: f, g: h}\n", count: 60_000), &report)
    #expect(documents.count == 60_000)
    #expect(report.diagnostics.isEmpty)
    #expect(Bounds().fileSize >= 100_000_000)
  }

  @Test("time grows with the text, not with its square")
  func linear() {
    let texts = [
      (0..<100_000).map { "k\($0): 1\n" }.joined(),
      "{" + (0..<100_000).map { "k\($0): 1" }.joined(separator: ", ") + "}",
      (0..<100_000).map { "- &a\($0) x\n" }.joined(),
      "a: \"" + String(repeating: "\\\\", count: 500_000) + "\"\n",
      "a: " + String(repeating: "é ", count: 300_000) + "\n",
      String(repeating: "# 🎬\n", count: 200_000) + "a: b\n",
      String(repeating: "---\na: b\n", count: 20_000),
      String(repeating: "!", count: 100_000) + " a\n",
      "a: [" + String(repeating: "[],", count: 100_000) + "]\n",
    ]
    for text in texts {
      let took = CPUTime.measure { _ = ids(text) }
      #expect(took < .seconds(5), "\(took) for \(text.prefix(40))…")
    }
    let json = "{" + (0..<100_000).map { "\"k\($0)\": 1" }.joined(separator: ", ") + "}"
    let took = CPUTime.measure { #expect(ids(json, format: .json).isEmpty) }
    #expect(took < .seconds(5), "\(took)")
  }
}
