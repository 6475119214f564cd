import RungReading
import RungSource
import RungTestSupport
import Testing

/// The core schema of YAML 1.2.2, section 10.3.2.
@Suite struct ScalarTests {
  static let table: [(kind: Scalar.Kind, texts: [String])] = [
    (.null, ["", "~", "null", "Null", "NULL"]),
    (.bool(true), ["true", "True", "TRUE"]),
    (.bool(false), ["false", "False", "FALSE"]),
    (.integer, ["0", "7", "-19", "+12", "00", "017", "0o14", "0o0", "0x3A", "0xdeadBEEF", "99999999999999999999999"]),
    (.decimal, [
      "0.", "-0.0", ".5", "+12e03", "-2E+05", "12e3", "1.5e-3", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN", "1e400", "-.5", "5.", "+.5e1",
    ]),
    (.string, [
      "nUll", "nul", "no", "No", "yes", "on", "off", "y", "n", "tRUE", "truee", "1_000", "0o8", "0o", "0x", "0xG", "0b1", "1:30", "12:30:45", "2026-11-20",
      "-", "+", ".", "e3", ".e3", "1e", "1e+", "--1", "1-", "1.2.3", "1,5", "+.nan", "-.nan", ".infinity", "inf", "NaN", "Infinity", "-0o7", "+0x1", "0O7",
      "0X1", "1 000", "٣", "１", "½", "=", "<<", "a", "é", "null ", "true\u{301}",
    ]),
  ]

  @Test("plain scalars are what the core schema says")
  func core() {
    for (kind, texts) in Self.table {
      for text in texts { #expect(Scalar(text, .plain).type == kind, "`\(text)`") }
    }
  }

  @Test("quoted and block scalars are text")
  func quoted() {
    for text in Self.table.flatMap(\.texts) {
      #expect(Scalar(text, .quoted).type == .string)
      #expect(Scalar(text, .block).type == .string)
    }
  }

  @Test("tags of the core schema decide")
  func tags() throws {
    var report = Report()
    let document = try #require(read("{a: !!str 1, b: !!int \"1\", c: !!bool 'true', d: !!null '', e: !!float '1.5', f: ! 1, g: !!str }", &report).first)
    #expect(report.diagnostics.isEmpty)
    let kinds = document.entries.map { $0.value.scalar?.type }
    #expect(kinds == [.string, .integer, .bool(true), .null, .decimal, .string, .string])
  }
}
