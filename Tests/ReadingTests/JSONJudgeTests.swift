@testable import RungReading
import RungSource
import RungTestSupport
import Testing

/// The scanner, which keeps places, beside jansson, which is the judge.
@Suite struct JSONJudgeTests {
  static let valid = [
    "{}", "[]", " { } ", "[1]", "{\"a\":1}", "{\"a\" : {\"b\" : [ ] } }", "[0]", "[-0]", "[-1]", "[1.5]", "[1e5]", "[1E+5]", "[1.5e-5]", "[0.1]", "[0e0]",
    "[true,false,null]", "[\"\"]", "[\"\\u0041\"]", "[\"\\uD83C\\uDFAC\"]", "[\"\\ud83c\\udfac\"]", "[\"🎬\"]", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "[\"\\u0000\"]", "[\"\u{7F}\"]", "[\"\u{2028}\"]", "{\"\":1}", "{\"a\":1,\"b\":2}", "\t[\n1\r\n,2 ]\n", "{\"é\":\"日本\"}", "[9223372036854775807]",
    "[-9223372036854775808]", "[1.7976931348623157e308]", "[\"\\uFFFF\"]", "[[[[[]]]]]", "{\"a\\u0041\":1}", "[\"\\u00e9\\u00E9\"]", "1", "\"a\"", "null", "true",
  ]
  static let invalid = [
    "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1 \"b\":2}",
    "[01]", "[-]", "[+1]", "[.5]", "[1.]", "[1e]", "[1e+]", "[0x1]", "[1_0]", "[NaN]", "[Infinity]", "[-Infinity]", "[nul]", "[True]", "[truex]", "[\"]", "[\"\n\"]",
    "[\"\t\"]", "[\"\u{0}\"]", "[\"\u{1F}\"]", "[\"\\x\"]", "[\"\\u12\"]", "[\"\\u12G4\"]", "[\"\\uD800\"]", "[\"\\uDC00\"]", "[\"\\uD800\\uD800\"]", "[\"\\uD800x\"]",
    "[\"\\uDC00\\uD800\"]", "[\"\\", "[\"\\u", "[1]]", "[1] x", "{} {}", "[1]//x", "[/*x*/1]", "#\n[1]", "\u{C}[1]", "\u{A0}[1]", "[1\u{B}]", "[\"a\" \"b\"]", "[a]", "['a']",
    "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "\u{0}", "[\u{0}]", "[--1]", "[1-]", "[1e1.5]", "[0.0.0]", "[1,,2]", "[:]", "{:}", "{\"a\"::1}", "[\"\\U0041\"]",
  ]

  private func scannerAccepts(_ text: [UInt8]) -> Bool {
    var report = Report()
    let found = text.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes: bytes, base: 0, file: FileID(index: 0), bounds: Bounds())
      return scanner.document(&report) != nil
    }
    return found && report.diagnostics.isEmpty
  }

  private func janssonAccepts(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { JanssonJudge.refusal(of: $0) } == nil
  }

  @Test("both agree on what is JSON and what is not")
  func agreement() {
    for text in Self.valid {
      #expect(janssonAccepts(Array(text.utf8)), "jansson: \(text)")
      #expect(scannerAccepts(Array(text.utf8)), "scanner: \(text)")
    }
    for text in Self.invalid {
      #expect(!janssonAccepts(Array(text.utf8)), "jansson: \(text)")
      #expect(!scannerAccepts(Array(text.utf8)), "scanner: \(text)")
    }
  }

  /// jansson keeps numbers as 64-bit integers and doubles, and has no NUL in keys: those it refuses alone.
  @Test("jansson refuses more only for numbers beyond its types and NUL in a key")
  func stricter() {
    for text in ["[9223372036854775808]", "[1e400]", "{\"\\u0000\": 1}"] {
      #expect(scannerAccepts(Array(text.utf8)) && !janssonAccepts(Array(text.utf8)), "\(text)")
      var report = Report()
      #expect(read(text, format: .json, &report).isEmpty)
      #expect(report.diagnostics.map(\.id) == ["json/syntax"], "\(text)")
    }
  }

  @Test("both agree on texts changed at random, with a fixed seed")
  func fuzzed() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let seeds = (Self.valid + Self.invalid).map { Array($0.utf8) } + [Array("{\"a\": [1, 2.5e3, \"\\uD83C\\uDFAC\", null], \"b\": {\"c\": true}}".utf8)]
    let pieces = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD83C", "\\uDFAC", "0", "1", "-", "+", ".", "e", "E5", " ", "\n", "\t", "a", "true", "null", "/", "#", "é", "🎬", "\"a\""]
      .map { Array($0.utf8) }
    for _ in 0..<Depth.times(20_000, quick: 4_000) {
      var text = seeds[next(seeds.count)]
      for _ in 0...next(3) {
        let at = next(text.count + 1)
        switch next(3) {
        case 0: text.insert(contentsOf: pieces[next(pieces.count)], at: at)
        case 1 where at < text.count: text.remove(at: at)
        default: if at < text.count { text[at] = pieces[next(pieces.count)][0] }
        }
      }
      // A NUL byte ends jansson's text; the scanner refuses it wherever it stands.
      guard String(validating: text, as: UTF8.self) != nil, !text.contains(0) else { continue }
      let (mine, judge) = (scannerAccepts(text), janssonAccepts(text))
      if mine == judge { continue }
      let shown = String(decoding: text, as: UTF8.self)
      let isBeyond = shown.contains("\\u0000") || shown.utf8.contains { $0 | 0x20 == 0x65 } || shown.utf8.filter { $0 &- 0x30 < 10 }.count >= 19
      #expect(mine && !judge && isBeyond, "scanner \(mine), jansson \(judge): \(shown)")
    }
  }

  @Test("escapes are read as they are meant, with their places")
  func escapes() throws {
    let marked = MarkedText("{\"é\\uD83C\\uDFAC\": \"x\", \"a\": ⟦\"\\u00e9\\n\\/\\uD83C\\uDFAC\"⟧}")
    var report = Report()
    let document = try #require(read(marked.text, format: .json, &report).first)
    let node = try #require(document["a"])
    #expect(node.scalar?.text == "é\n/🎬")
    #expect(Int(node.span.lower)..<Int(node.span.upper) == marked.ranges[0])
    #expect(document["é🎬"]?.scalar?.text == "x")
  }
}
