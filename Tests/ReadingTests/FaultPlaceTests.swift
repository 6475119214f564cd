import RungReading
import RungSource
import RungTestSupport
import Testing

/// Texts that do not read: which finding, and where.
@Suite struct FaultPlaceTests {
  static let yaml: [(id: String, text: String)] = [
    ("yaml/syntax", "a: [b, c⟦⟧\n"),
    ("yaml/syntax", "a: [b, c⟦⟧"),
    ("yaml/syntax", "a: {b: c⟦⟧\n\n\n"),
    ("yaml/syntax", "a: \"b⟦⟧\n"),
    ("yaml/syntax", "a: 'b⟦⟧"),
    ("yaml/syntax", "a: b⟦⟧: c\n"),
    ("yaml/syntax", "a: b\n c⟦⟧: d\n"),
    ("yaml/syntax", "a:\n  b: c\n ⟦⟧d: e\n"),
    ("yaml/syntax", "- a\n⟦⟧b: c\n"),
    ("yaml/syntax", "a: b\n⟦⟧- c\n"),
    ("yaml/syntax", "a: ⟦⟧@b\n"),
    ("yaml/syntax", "a: ⟦⟧`b`\n"),
    ("yaml/syntax", "a: ⟦⟧%b\n"),
    ("yaml/syntax", "é: 🎬\na: [b⟦⟧\n"),
    ("yaml/syntax", "\u{FEFF}é: 🎬\r\na: [b⟦⟧\r\n"),
    ("yaml/tab", "a:\n⟦\t⟧b: c\n"),
    ("yaml/unknown-alias", "a: ⟦*x⟧\n"),
    ("yaml/unknown-alias", "a: ⟦*x⟧\nb: &x c\n"),
    ("yaml/alias-inside-itself", "a: &x [⟦*x⟧]\n"),
    ("yaml/key-not-text", "⟦[a]⟧: b\n"),
    ("yaml/key-not-text", "⟦{a: b}⟧: c\n"),
    ("yaml/merge-of-no-mapping", "a: {<<: ⟦b⟧}\n"),
    ("yaml/merge-of-no-mapping", "a: {<<: ⟦[b]⟧}\n"),
    ("yaml/tag", "a: ⟦!x b⟧\n"),
    ("yaml/tag", "a: ⟦!!binary aGk=⟧\n"),
    ("source/duplicate-key", "a: b\n⟦a⟧: c\n"),
    ("source/duplicate-key", "x: {a: b, ⟦\"a\"⟧: c}\n"),
    ("source/control-character", "a: b⟦\u{7}⟧c\n"),
    ("source/control-character", "é: b⟦\u{0}⟧c\n"),
    ("source/control-character", "a: b⟦\u{7F}⟧c\n"),
    ("source/empty", "⟦⟧"),
    ("source/empty", "⟦⟧\n\n# nothing\n"),
    ("source/empty", "⟦⟧---\n...\n"),
  ]

  static let json: [(id: String, text: String)] = [
    ("json/syntax", "{\"a\": ⟦b⟧}"),
    ("json/syntax", "{⟦a⟧: 1}"),
    ("json/syntax", "{\"a\" ⟦1⟧}"),
    ("json/syntax", "{\"a\": 1 ⟦\"⟧b\": 2}"),
    ("json/syntax", "{\"a\": ⟦'⟧b'}"),
    ("json/syntax", "⟦{⟧\"a\": 1"),
    ("json/syntax", "{\"a\": ⟦[⟧1, 2"),
    ("json/syntax", "{\"a\": ⟦\"⟧b}"),
    ("json/syntax", "{\"a\": \"b⟦\\⟧x\"}"),
    ("json/syntax", "{\"a\": \"⟦\\⟧uD800\"}"),
    ("json/syntax", "{\"a\": \"⟦\\⟧uDC00\"}"),
    ("json/syntax", "{\"a\": \"⟦\\⟧uD800\\u0041\"}"),
    ("json/syntax", "{\"a\": ⟦0⟧1}"),
    ("json/syntax", "{\"a\": 1.⟦}⟧"),
    ("json/syntax", "{\"a\": ⟦+⟧1}"),
    ("json/syntax", "{\"a\": ⟦N⟧aN}"),
    ("json/syntax", "{\"a\": ⟦3⟧000k}"),
    ("json/syntax", "{\"é\": \"🎬\", \"a\": ⟦é⟧}"),
    ("json/syntax", "{} ⟦{⟧}"),
    ("json/trailing-comma", "{\"a\": 1⟦,⟧}"),
    ("json/trailing-comma", "{\"a\": [1⟦,⟧ ]}"),
    ("json/comment", "{ ⟦//⟧ x\n\"a\": 1}"),
    ("json/comment", "{\"a\": ⟦/*⟧ x */ 1}"),
    ("source/duplicate-key", "{\"a\": 1, ⟦\"a\"⟧: 2}"),
    ("source/duplicate-key", "{\"é\": 1, ⟦\"\\u00e9\"⟧: 2}"),
    ("source/control-character", "{\"a\": \"b⟦\u{7}⟧\"}"),
    ("source/empty", "⟦⟧ \n"),
  ]

  @Test("faults are found at their marks", arguments: [SourceFormat.yaml, .json])
  func found(_ format: SourceFormat) {
    for (id, text) in format == .yaml ? Self.yaml : Self.json {
      let marked = MarkedText(text)
      var report = Report()
      _ = read(marked.text, format: format, &report)
      let found = report.diagnostics.map { "\($0.id) at \($0.span.lower)..<\($0.span.upper): \($0.message)" }
      guard let mark = marked.ranges.first else { continue }
      #expect(
        report.diagnostics.contains { $0.id.rawValue == id && Int($0.span.lower) == mark.lowerBound && Int($0.span.upper) == mark.upperBound },
        "\(id) at \(mark) in: \(text)\nfound: \(found)")
      #expect(report.diagnostics.count == 1, "one fault, one finding: \(text)\n\(found)")
    }
  }

  @Test("what is not UTF-8 is refused at its first byte")
  func encoding() {
    let cases: [(bytes: [UInt8], at: Int)] = [
      ([0x61, 0x3A, 0x20, 0xFF], 3), ([0xC3], 0), ([0x61, 0xC0, 0xAF], 1), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x8E], 0), ([0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xFF, 0xFE, 0x61, 0x00], 0),
      ([0xFE, 0xFF, 0x00, 0x61], 0),
    ]
    for (bytes, at) in cases {
      for format in [SourceFormat.yaml, .json] {
        var report = Report()
        #expect(read(bytes, format: format, &report).isEmpty)
        #expect(report.diagnostics.map(\.id) == ["source/not-utf8"], "\(bytes)")
        #expect(report.diagnostics.first.map { Int($0.span.lower) } == at, "\(bytes)")
      }
    }
  }
}
