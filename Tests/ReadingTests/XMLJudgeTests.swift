@testable import RungReading
import RungSource
import RungTestSupport
import Testing

/// The XML reader beside expat, which is the judge of what is XML and what it says.
@Suite struct XMLJudgeTests {
  static let valid = [
    "<a/>", "<a></a>", "<a />", "<a\n/>", "<a></a >", "<a b='1'/>", "<a b=\"1\" c = '2'/>", "<a>x</a>", "<a> </a>", "\u{FEFF}<a/>", " \n<a/>\n ",
    "<?xml version=\"1.0\"?><a/>", "<?xml version='1.0' encoding='utf-8'?><a/>", "<?xml version=\"1.1\" encoding=\"US-ASCII\" standalone=\"yes\" ?><a/>",
    "<?xml version = \"1.0\"\tencoding = \"Utf-8\"?>\n<a/>", "\u{FEFF}<?xml version=\"1.0\" standalone='no'?><a/>", "<!-- c --><a/><!-- c -->", "<?p?><a/><?p q ?>",
    "<a><!----></a>", "<a><!-- - - --></a>", "<a><![CDATA[<x>&amp;]]]]></a>", "<a>1<![CDATA[2]]>3<b/>4</a>", "<a><![CDATA[]]></a>", "<a><![CDATA[ ]]> </a>",
    "<a>&lt;&gt;&amp;&apos;&quot;</a>", "<a b='&lt;&gt;&amp;&apos;&quot;'/>", "<a>&#65;&#x41;&#x1F3AC;&#0065;</a>", "<a>&#32;</a>", "<a b='&#10;&#13;&#9;'/>",
    "<a b=' x\ty\nz\r\nu\rv '/>", "<a>x\r\ny\rz\r</a>", "<a><![CDATA[x\r\ny\rz\r]]></a>", "<a b='>'/>", "<a>></a>", "<a>]]</a>", "<a>]] ></a>", "<a>é日本🎬</a>", "<é/>", "<a é='1'/>",
    "<a-b.c_d/>", "<_/>", "<a xmlns='urn:x'/>", "<a xmlns:p='urn:x'><p:b p:c='1' c='2'/></a>", "<p:a xmlns:p='urn:x'/>", "<a xmlns='urn:x'><b xmlns=''/></a>",
    "<a xmlns='u:1'><b xmlns='u:2'><c/></b><d/></a>", "<a xmlns:p='u:1'><p:b xmlns:p='u:2'/><p:c/></a>", "<a xml:lang='en'/>", "<a xml:lang='en' lang='de'/>",
    "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns:p='u' xmlns='u' p:b='1' b='2'/>", "<a xmlns:p='a&amp;b'><p:b/></a>", "<a b='x'\r\nc='y'/>",
    "<a><?x y?></a>", "<a>x<?x y?>y<!-- z -->z</a>", "<a b=\"'\" c='\"'/>", "<a>\u{7F}\u{85}\u{2028}</a>", "<a b='\u{2028}'/>", "<a>\u{FFFD}</a>", "<xmla/>", "<a><b>1</b>2<b>3</b></a>",
    "<a>&#xFFFD;&#x10FFFF;&#xE000;&#xD7FF;</a>", "<?xmlx?><a/>", "<?xml-stylesheet href='x'?><a/>", "<a xmlns:q='u'><b q:x='1'/></a>", "<a>&#9;&#10;</a>", "<a b=''/>",
  ]
  static let invalid = [
    "", " ", "x", "<", "<a", "<a>", "</a>", "<a/", "<a/>x", "x<a/>", "<a/><b/>", "<a></b>", "<a><b></a></b>", "<a><b></a>", "< a/>", "<a/ >", "</ a>", "<a></a b='1'>", "<1/>", "<-a/>", "<.a/>",
    "<a b/>", "<a b=/>", "<a b=1/>", "<a b='1/>", "<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a b='&'/>", "<a b='&x;'/>", "<a b='&amp'/>", "<a 1='x'/>", "<a ='x'/>",
    "<a>&</a>", "<a>& </a>", "<a>&x;</a>", "<a>&nbsp;</a>", "<a>&amp</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a>&#0;</a>", "<a>&#1;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>", "<a>&#x110000;</a>",
    "<a>&#99999999999999999999;</a>", "<a>&#X41;</a>", "<a>&#4G;</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><!-- ---></a>", "<a><!--></a>", "<a><!-></a>", "<a><!-- </a>", "<a><![CDATA[</a>",
    "<a><![cdata[]]></a>", "<![CDATA[]]><a/>", "<a/><![CDATA[]]>", "&amp;<a/>", "<a/>&#32;", "<a><?x</a>", "<a><? x?></a>", "<a><??></a>", "<?xml version='1.0'?>", " <?xml version='1.0'?><a/>",
    "<a><?xml version='1.0'?></a>", "<?XML version='1.0'?><a/>", "<a><?xMl?></a>", "<?xml?><a/>", "<?xml ?><a/>", "<?xml encoding='UTF-8'?><a/>", "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>",
    "<?xml version='1.0' standalone='maybe'?><a/>", "<?xml version='1.0'encoding='UTF-8'?><a/>", "<?xml version=1.0?><a/>", "<?xml version='1.0' x='y'?><a/>", "<?xml version='1.0' encoding=''?><a/>",
    "<?xml version='1.0' encoding='US-ASCII'?><a>é</a>", "<a>\u{0}</a>", "<a>\u{1}</a>", "<a b='\u{1F}'/>", "<!-- \u{B} --><a/>", "<a>\u{FFFE}</a>", "<a>\u{FFFF}</a>", "<a\u{A0}b='1'/>", "<a×/>",
    "<p:a/>", "<a p:b='1'/>", "<a:/>", "<:a/>", "<a:b:c xmlns:a='u'/>", "<a xmlns:p=''/>", "<a xmlns:xmlns='u'/>", "<a xmlns:xml='u'/>", "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
    "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<xmlns:a/>",
    "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "<a xmlns:p='u' xmlns:p='v'/>", "<a xmlns='u' xmlns='v'/>", "<a><b xmlns:p='u'/><p:c/></a>", "<?p:q?><a/>", "<a>&p:q;</a>", "<!ELEMENT a ANY><a/>", "<a><!ELEMENT a ANY></a>",
    "<a><!DOCTYPE a></a>", "<a/><!DOCTYPE a>", "\u{FEFF}\u{FEFF}<a/>", "<a b='1' c/>", "<a></a", "<a></a\n", "<?xml version='1.0' encoding='UTF-16'?><a/>", "<a xmlns:1='u'/>", "<a>&#</a>", "<a b='&#'/>",
  ]
  /// What expat reads and Rung refuses, with the rule.
  static let refused: [(text: String, id: String)] = [
    ("<!DOCTYPE a><a/>", "xml/doctype"), ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml/doctype"), ("<!-- --><!DOCTYPE a SYSTEM 'x'><a/>", "xml/doctype"),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "xml/encoding"), ("<?xml version='1.0' encoding='ASCII'?><a/>", "xml/encoding"),
    ("<?xml version='1.2'?><a/>", "xml/syntax"), (String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65), "source/too-deep"),
  ]
  /// What Rung reads and expat refuses: letters of names that the fifth edition of XML 1.0 has added.
  static let newer = ["<🎬/>", "<a ⁰='1'/>", "<aℵ/>", "<ǿǿ\u{300}ꙁ/>"]

  // MARK: Both

  /// What the reader makes of a text, in the form of xml_judge.py; nil where it refuses.
  private static func tree(_ root: XMLElement) -> String {
    func written(_ element: XMLElement) -> String {
      let attributes = element.attributes.map { "\u{4}\($0.name.value)\u{3}\($0.namespace ?? "")\u{3}\($0.value.value)" }.joined()
      return "\u{2}\(element.name.value)\u{3}\(element.namespace ?? "")\(attributes)\(element.children.map(written).joined())\u{5}\(element.text?.value ?? "")\u{6}"
    }
    return written(root)
  }

  private static func read(_ text: [UInt8], bounds: Bounds = Bounds()) -> (root: XMLElement?, ids: [String]) {
    var report = Report()
    let root = Reader.readXML(SourceFile(name: "manifest.mpd", bytes: text), id: FileID(index: 0), bounds: bounds, into: &report)
    return (root, report.diagnostics.map(\.id.rawValue))
  }

  private struct Verdict {
    let isAccepted: Bool
    let hasDoctype: Bool
    let version: String
    let encoding: String
    let why: String
    /// Accepted once all letters beyond ASCII are an `x`.
    let isAcceptedInASCII: Bool
    let tree: String
  }

  private static func judged(_ texts: [[UInt8]]) throws -> [Verdict] {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    try #require(Repository.write(texts.flatMap { Array("\($0.count)\n".utf8) + $0 }, to: "\(folder)/texts"))
    let result = Repository.shell("'\(Judge.python)' Tests/ReadingTests/xml_judge.py '\(folder)/texts' '\(folder)/verdicts'")
    try #require(result.status == 0, "\(result.output)")
    var rest = try #require(Repository.bytes("\(folder)/verdicts"))[...]
    var verdicts: [Verdict] = []
    while let line = rest.firstIndex(of: 0x0A) {
      let count = try #require(Int(String(decoding: rest[..<line], as: UTF8.self)))
      // By bytes: for Swift, an accent and the mark before it are one character.
      let parts = rest[(line + 1)...].prefix(count).split(separator: 1, maxSplits: 6, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      try #require(parts.count == 7)
      verdicts.append(
        Verdict(
          isAccepted: parts[0] == "A", hasDoctype: parts[1] == "D", version: parts[2], encoding: parts[3], why: parts[4], isAcceptedInASCII: parts[5] == "A",
          tree: parts[6]))
      rest = rest[(line + 1 + count)...]
    }
    try #require(verdicts.count == texts.count)
    return verdicts
  }

  /// Why the two may differ; nil where they may not.
  private static func explanation(_ text: [UInt8], _ ids: [String], _ verdict: Verdict) -> String? {
    guard verdict.isAccepted else { return verdict.why.contains("invalid token") && verdict.isAcceptedInASCII ? "names of the fifth edition" : nil }
    let isForeign = !["", "UTF-8", "US-ASCII"].contains(verdict.encoding.uppercased()) || text.contains(0)
    switch ids {
    case ["xml/doctype"] where verdict.hasDoctype: return "document types"
    case ["xml/encoding"] where isForeign, ["source/not-utf8"] where isForeign, ["source/control-character"] where text.contains(0): return "encodings"
    case ["xml/syntax"] where !["1.0", "1.1"].contains(verdict.version): return "versions"
    case ["source/too-deep"]: return "bounds"
    default: return nil
    }
  }

  private static func compare(_ texts: [[UInt8]]) throws -> (accepted: Int, refused: Int, explained: [String: Int]) {
    var (accepted, refused, explained) = (0, 0, [String: Int]())
    for (text, verdict) in zip(texts, try judged(texts)) {
      let (root, ids) = read(text)
      let shown = String(decoding: text, as: UTF8.self)
      #expect((root == nil) == (ids.count == 1) && ids.count < 2, "\(ids): \(shown)")
      if (root != nil) != verdict.isAccepted {
        let why = explanation(text, ids, verdict)
        #expect(why != nil, "Rung: \(ids), expat: \(verdict.why): \(shown.debugDescription)")
        explained[why ?? "", default: 0] += 1
      } else if let root {
        let tree = tree(root)
        #expect(tree.utf8.elementsEqual(verdict.tree.utf8), "\(tree.debugDescription) is not \(verdict.tree.debugDescription): \(shown.debugDescription)")
        expectPlaces(root, text)
        accepted += 1
      } else {
        refused += 1
      }
    }
    return (accepted, refused, explained)
  }

  /// Places hold what they are places of.
  private static func expectPlaces(_ element: XMLElement, _ text: [UInt8]) {
    func at(_ place: SourcePlace) -> ArraySlice<UInt8> { text[Int(place.span.lower)..<Int(place.span.upper)] }
    let tag = at(element.place)
    #expect(tag.starts(with: "<\(element.name.value)".utf8) && tag.last == UInt8(ascii: ">"))
    #expect(at(element.name.place).elementsEqual(element.name.value.utf8))
    for attribute in element.attributes {
      #expect(at(attribute.name.place).elementsEqual(attribute.name.value.utf8))
      let value = at(attribute.value.place)
      let quotes = (text[Int(attribute.value.place.span.lower) - 1], text[Int(attribute.value.place.span.upper)])
      #expect(quotes.0 == quotes.1 && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quotes.0))
      if !value.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "&") }) { #expect(value.elementsEqual(attribute.value.value.utf8)) }
    }
    if let value = element.text, element.children.isEmpty {
      let written = at(value.place)
      if !written.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0x0D }) {
        #expect(value.value.utf8.elementsEqual(written) || value.value.utf8.count > written.count)
      }
    }
    for child in element.children { expectPlaces(child, text) }
  }

  // MARK: Tests

  @Test("both agree on what is XML, and on what it says")
  func agreement() throws {
    let valid = Self.valid.map { Array($0.utf8) }
    let found = try Self.compare(valid + Self.invalid.map { Array($0.utf8) })
    #expect(found.accepted == valid.count && found.refused == Self.invalid.count && found.explained.isEmpty, "\(found)")
  }

  @Test("what Rung refuses alone, and what expat does")
  func differences() throws {
    for (text, id) in Self.refused { #expect(Self.read(Array(text.utf8)).ids == [id], "\(text)") }
    let wide: [UInt8] = "<a/>".utf8.reduce(into: []) { $0 += [$1, 0] }
    let texts = (Self.refused.map(\.text) + Self.newer).map { Array($0.utf8) }
    let found = try Self.compare(texts + [[0xFF, 0xFE] + wide, wide])
    #expect(found.explained == ["document types": 3, "encodings": 4, "versions": 1, "bounds": 1, "names of the fifth edition": Self.newer.count], "\(found)")
  }

  @Test("both agree on manifests, and on manifests with bytes changed, with a fixed seed")
  func fuzzed() throws {
    var random = SplitMix(seed: 42)
    let pieces = [
      "<", ">", "/", "</", "/>", "<a>", "</a>", "=", "\"", "'", "&", ";", "&amp;", "&#10;", "&#x41;", "&x;", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE a>", "xmlns=\"\"",
      " xmlns:p=\"urn:p\"", "p:", ":", " ", "\n", "\r", "\r\n", "\t", "é", "🎬", "\u{FEFF}", "\u{1}", "<?xml version=\"1.0\"?>", " id=\"x\"", "-", "]", "!", "?", "x", "0",
    ].map { Array($0.utf8) }
    var texts = (0..<Depth.times(3000, quick: 800)).map { _ in Array(XMLMaker(&random).document.utf8) }
    let made = texts.count
    let seeds = texts + Self.valid.map { Array($0.utf8) }
    for _ in 0..<Depth.times(20_000, quick: 4_000) {
      var text = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let at = Int.random(in: 0...text.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: text.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: at)
        case 2: text.removeSubrange(at..<min(text.count, at + Int.random(in: 1...6, using: &random)))
        case 3: text.insert(contentsOf: text[at..<min(text.count, at + Int.random(in: 1...20, using: &random))], at: at)
        case 4 where at < text.count: text[at] = UInt8.random(in: 0...0x7F, using: &random)
        default: if at < text.count { text[at] = pieces[Int.random(in: 0..<pieces.count, using: &random)][0] }
        }
      }
      texts.append(text)
    }
    let found = try Self.compare(texts)
    // None of the two verdicts is rare.
    #expect(found.accepted > made && found.refused > texts.count / 4, "\(found)")
    #expect(found.explained.values.reduce(0, +) < texts.count / 20, "\(found)")
  }

  @Test("findings are at the place of the fault")
  func places() {
    let cases: [(String, String)] = [
      ("<a>\n</⟦b⟧>", "xml/syntax"), ("<a>\n  <b></⟦a⟧>", "xml/syntax"), ("⟦<a b='1'>⟧\n", "xml/syntax"), ("<a b='⟦<⟧'/>", "xml/syntax"), ("<a b=⟦'⟧1/>", "xml/syntax"),
      ("<a>x⟦&⟧ y</a>", "xml/syntax"), ("<a>⟦&nbsp;⟧</a>", "xml/undefined-entity"), ("<a b='⟦&#0;⟧'/>", "xml/syntax"), ("<a><!-- ⟦--⟧ --></a>", "xml/syntax"), ("<a>é⟦]]>⟧</a>", "xml/syntax"),
      ("<a b='1' c='2' ⟦b⟧='3'/>", "xml/duplicate-attribute"), ("<a xmlns:p='u' xmlns:q='u' p:b='1' ⟦q:b⟧='2'/>", "xml/duplicate-attribute"), ("<a><⟦p:b⟧/></a>", "xml/unbound-prefix"),
      ("⟦<!DOCTYPE⟧ a><a/>", "xml/doctype"), ("<a/>⟦é⟧", "xml/syntax"), ("⟦x⟧<a/>", "xml/syntax"), ("<a/>⟦<⟧b/>", "xml/syntax"), ("<a>⟦\u{1}⟧</a>", "source/control-character"),
      ("<a>⟦\u{FFFF}⟧</a>", "xml/syntax"), ("<?xml version='1.0' encoding='⟦latin1⟧'?><a/>", "xml/encoding"), ("<?xml version='⟦3.0⟧'?><a/>", "xml/syntax"), (" ⟦<?xml⟧ version='1.0'?><a/>", "xml/syntax"),
      ("<a>⟦<![CDATA[⟧ ]] </a>", "xml/syntax"), ("<a>⟦<!--⟧ - </a>", "xml/syntax"), ("⟦<⟧a b='1'", "xml/syntax"), ("<a b='1'⟦c⟧='2'/>", "xml/syntax"), ("<a ⟦b⟧ c='1'/>", "xml/syntax"),
      ("<a><⟦1⟧/></a>", "xml/syntax"), ("<a>1 <⟦ ⟧2</a>", "xml/syntax"), ("⟦⟧", "xml/syntax"),
    ]
    for (marked, id) in cases {
      let text = MarkedText(marked)
      var report = Report()
      _ = Reader.readXML(SourceFile(name: "a.mpd", bytes: Array(text.text.utf8)), id: FileID(index: 0), into: &report)
      #expect(report.diagnostics.map(\.id.rawValue) == [id], "\(marked)")
      #expect(report.diagnostics.map { Int($0.place.span.lower)..<Int($0.place.span.upper) } == text.ranges, "\(marked)")
      #expect(report.diagnostics.allSatisfy { $0.message.count <= 140 }, "\(report.diagnostics.map(\.message))")
    }
  }

  @Test("values have their places")
  func values() throws {
    let marked = MarkedText("<a b='⟦x &amp;\n y⟧'>\n  <c>⟦1&lt;2⟧</c> <d>\n⟦ one<!-- x --> two ⟧<e/>\n</d>\n</a>")
    let root = try #require(Self.read(Array(marked.text.utf8)).root)
    let found = [root["b"], root.children[0].text]
    #expect(found.map { $0?.value } == ["x &  y", "1<2"])
    #expect(found.map { $0.map { Int($0.place.span.lower)..<Int($0.place.span.upper) } } == marked.ranges.prefix(2).map { $0 })
    #expect(root.text == nil && root.children[1].text?.value == "\n one two \n")
  }

  @Test("bounds")
  func bounds() {
    var bounds = Bounds()
    bounds.nodes = 5
    #expect(Self.read(Array("<a b='1'><c d='2'/><e/></a>".utf8), bounds: bounds).ids == [])
    #expect(Self.read(Array("<a b='1'><c d='2'/><e f='3'/></a>".utf8), bounds: bounds).ids == ["source/too-many-values"])
    bounds = Bounds()
    bounds.depth = 3
    #expect(Self.read(Array("<a><b><c/></b></a>".utf8), bounds: bounds).ids == [])
    #expect(Self.read(Array("<a><b><c><d/></c></b></a>".utf8), bounds: bounds).ids == ["source/too-deep"])
  }

  // MARK: Hostile texts

  private static func hostile(_ text: String, _ wanted: [String], within limit: Duration, _ bounds: Bounds = Bounds()) {
    let bytes = Array(text.utf8)
    let took = CPUTime.measure { #expect(read(bytes, bounds: bounds).ids == wanted) }
    #expect(took < limit, "\(took) for \(bytes.count) bytes")
  }

  @Test("texts that ask for too much get an answer soon")
  func soon() {
    Self.hostile(String(repeating: "<a>", count: 50_000_000 / 3), ["source/too-deep"], within: .seconds(2))
    Self.hostile(String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000), ["source/too-deep"], within: .seconds(1))
    Self.hostile("<a b=\"\(String(repeating: "x &amp; y ", count: 1_000_000))\"/>", [], within: .seconds(4))
    Self.hostile("<a>\(String(repeating: "]", count: 10_000_000))</a>", [], within: .seconds(8))
    Self.hostile("<a b=\"\(String(repeating: "x", count: 10_000_000))", ["xml/syntax"], within: .seconds(2))
    Self.hostile("<a><!--\(String(repeating: " -", count: 5_000_000))", ["xml/syntax"], within: .seconds(4))
    Self.hostile("<\(String(repeating: "x", count: 10_000_000))/>", [], within: .seconds(4))
    var laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">"
    for level in 1...9 { laughs += "<!ENTITY lol\(level) \"\(String(repeating: "&lol\(level - 1);", count: 10))\">" }
    Self.hostile(laughs + "]><lolz>&lol9;</lolz>", ["xml/doctype"], within: .seconds(1))
  }

  @Test("time grows with the text, not faster")
  func linear() {
    func attributes(_ count: Int) -> String { "<a\((0..<count).map { " a\($0)=\"1\"" }.joined())/>" }
    func declarations(_ count: Int) -> String { "<a\((0..<count).map { " xmlns:a\($0)=\"u\($0)\"" }.joined())>\((0..<count).map { "<a\($0):b a\($0):c=''/>" }.joined())</a>" }
    func siblings(_ count: Int) -> String { "<a>" + String(repeating: "x<b c=\"1\"/>\n", count: count) + "</a>" }
    func sections(_ count: Int) -> String { "<a>" + String(repeating: "<![CDATA[x]]>&#65;", count: count) + "</a>" }
    for (name, make) in [("attributes", attributes), ("declarations", declarations), ("siblings", siblings), ("sections", sections)] {
      let texts = [5_000, 50_000].map { Array(make($0).utf8) }
      let times = texts.map { text in CPUTime.measure { #expect(Self.read(text).ids == []) } }
      #expect(times[1] < times[0] * 40 + .milliseconds(200), "\(name): \(times)")
    }
    let million = Array(attributes(1_000_000).utf8)
    let took = CPUTime.measure { #expect(Self.read(million).root?.attributes.count == 1_000_000) }
    #expect(took < .seconds(20), "\(took)")
  }
}

/// Makes documents as manifests are, with everything that the reader reads.
private struct XMLMaker {
  private(set) var document = ""
  private var random: SplitMix

  init(_ outer: inout SplitMix) {
    random = SplitMix(seed: outer.next())
    if chance(3) { document += "\u{FEFF}" }
    if chance(2) { document += "<?xml version=\"1.0\"\(pick(["", " encoding=\"UTF-8\"", " encoding='utf-8' standalone='yes'"]))?>\n" }
    misc()
    element("MPD", depth: 0, prefixes: [])
    misc()
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func misc() {
    while chance(3) { document += pick(["\n", " ", "<!-- a - b -->", "<?pi some > data?>", "\r\n"]) }
  }

  private mutating func value(_ quote: String) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      pick(["PT4S", "1920", "a b", " ", "\n", "\r\n", "\t", "&amp;", "&lt;", "&#10;", "&#xE9;", "é", "日本", "🎬", ">", "e\u{301}", "$Number%05d$", quote == "\"" ? "'" : "\"", "]]>", "--"])
    }.joined()
  }

  private mutating func text() -> String {
    pick(["\n  ", " ", "AAAA", "a &amp; b", "<![CDATA[ <x> & ]]>", "<![CDATA[]]>", "&#65;", "é🎬", "a\r\nb\rc", "]] >", "<!-- c -->", "<?p q?>", "&quot;", "\r"])
  }

  private mutating func element(_ name: String, depth: Int, prefixes: [String]) {
    var prefixes = prefixes
    var attributes: [(String, String)] = []
    if chance(3) { attributes.append(("xmlns", pick(["urn:mpeg:dash:schema:mpd:2011", "", "urn:x"]))) }
    if chance(4) {
      let prefix = pick(["cenc", "scte35", "p", "é"])
      attributes.append(("xmlns:\(prefix)", "urn:\(pick(["x", "y"])):\(prefix)"))
      if !prefixes.contains(prefix) { prefixes.append(prefix) }
    }
    var names = ["id", "duration", "startNumber", "a.b-c", "é", "xml:lang", "timescale", "t", "d", "r", "media", "schemeIdUri", "value"] + prefixes.map { "\($0):kid" }
    for _ in 0..<Int.random(in: 0...(chance(8) ? 13 : 4), using: &random) where !names.isEmpty {
      attributes.append((names.remove(at: Int.random(in: 0..<names.count, using: &random)), ""))
    }
    let written = prefixes.isEmpty || depth == 0 || !chance(3) ? name : "\(pick(prefixes)):\(name)"
    document += "<\(written)"
    for (name, fixed) in attributes {
      let quote = pick(["\"", "'"])
      document += "\(pick([" ", "  ", "\n    ", "\r\n\t"]))\(name)\(pick(["=", "=", " = "]))\(quote)\(name.hasPrefix("xmlns") ? fixed : value(quote))\(quote)"
    }
    document += pick(["", "", " ", "\n"])
    if chance(4) || depth > 5 {
      document += "/>"
      return
    }
    document += ">"
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      while chance(2) { document += text() }
      element(pick(["Period", "AdaptationSet", "Representation", "S", "é", "BaseURL"]), depth: depth + 1, prefixes: prefixes)
    }
    while chance(2) { document += text() }
    document += "</\(written)\(pick(["", "", " ", "\n"]))>"
  }
}
