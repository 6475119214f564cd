import RungReading
import RungSource
import RungTestSupport
import Testing

@Suite struct JSONWriterTests {
  private static let place = SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))

  private static func number(_ text: String) -> Node { Node(.scalar(Scalar(text, .plain)), at: place) }

  @Test("a number is written digit for digit as its author wrote the value")
  func numbers() throws {
    let table = [
      "0": "0", "-0": "0", "+5": "5", "007": "7", "-017": "-17", "0x1F": "31", "0xdeadBEEF": "3735928559", "0o17": "15", "0o0": "0",
      "9223372036854775807": "9223372036854775807", "-9223372036854775808": "-9223372036854775808", "0x7FFFFFFFFFFFFFFF": "9223372036854775807",
      "1.10": "1.10", "0.1": "0.1", "0.1234567890123456789": "0.1234567890123456789", ".5": "0.5", "-.5": "-0.5", "+.5e1": "0.5e1", "5.": "5.0",
      "007.50": "7.50", "1.e3": "1.0e3", "12e03": "12e03", "-2E+05": "-2E+05", "1e308": "1e308", "1e-400": "1e-400", "-0.0": "-0.0",
    ]
    for (written, json) in table {
      #expect(try JSONWriter.text(Self.number(written)) == json, "\(written)")
      var report = Report()
      let again = try #require(read(json, format: .json, &report).first, "jansson refuses \(json)")
      #expect(report.diagnostics.isEmpty)
      #expect(again.scalar?.isSameNumber(as: Scalar(written, .plain)) == true, "\(written)")
    }
  }

  @Test("what no JSON number carries is an error that names it, never nothing")
  func unwritable() {
    for text in [
      ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN", "9223372036854775808", "-9223372036854775809", "0x8000000000000000",
      "0o7777777777777777777777", "99999999999999999999999", "1e400", "-1e400",
    ] {
      let node = Node(.map([Node.Entry(key: Located("a", at: Self.place), value: Node(.list([Self.number(text)]), at: Self.place))]), at: Self.place)
      let fault = #expect(throws: UnwritableValue.self) { try JSONWriter.text(node) }
      #expect(fault?.text == text)
      #expect(fault?.message.contains("`\(text)`") == true)
      #expect(JSONWriter.shown(node, indent: 0) == "{\"a\":[\"\(text)\"]}")
    }
  }

  @Test("numbers of one value are the same, however they are written")
  func equality() {
    func same(_ left: String, _ right: String) -> Bool? { Scalar(left, .plain).isSameNumber(as: Scalar(right, .plain)) }
    for group in [["31", "0x1F", "0o37", "+31", "031", "31.0", "3.1e1", "310e-1"], ["0", "-0", "0.0", "0e9", ".0"], ["1.10", "1.1", "11e-1"], [".inf", ".inf"]] {
      for left in group { for right in group { #expect(same(left, right) == true, "\(left), \(right)") } }
    }
    for (left, right) in [("0.1234567890123456789", "0.1234567890123456788"), ("9223372036854775807", "9223372036854775806"), ("1", "-1"), (".inf", "-.inf"), ("1e400", "2e400")] {
      #expect(same(left, right) == false, "\(left), \(right)")
    }
    #expect(same("1", "a") == nil)
  }

  @Test("no object has a key twice")
  func keys() {
    for count in [2, 30] {
      let entries = (0..<count).map { Node.Entry(key: Located("k\($0)", at: Self.place), value: Self.number("1")) }
      #expect(throws: Never.self) { try JSONWriter.text(Node(.map(entries), at: Self.place)) }
      let fault = #expect(throws: UnwritableValue.self) { try JSONWriter.text(Node(.map(entries + [entries[1]]), at: Self.place)) }
      #expect(fault?.text == "k1")
    }
  }

  @Test("layout and escapes")
  func layout() throws {
    var report = Report()
    let node = try #require(read("{a: [1, {b: null}], q: \"q\\\"\\\\\\b\\f\\n\\r\\t\\0\\x1F\\x7Fé/\", e: {}, f: []}", &report).first)
    #expect(report.diagnostics.isEmpty)
    #expect(
      try JSONWriter.text(node) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "q": "q\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F\\u007Fé/",
          "e": {},
          "f": []
        }
        """)
    #expect(try JSONWriter.text(node, indent: 0) == "{\"a\":[1,{\"b\":null}],\"q\":\"q\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F\\u007Fé/\",\"e\":{},\"f\":[]}")
    let again = try #require(read(try JSONWriter.text(node), format: .json, &report).first)
    #expect(again.firstDifference(from: node) == nil)
    #expect(report.diagnostics.isEmpty)
  }
}
