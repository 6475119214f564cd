import RungOutput
import RungSource
import Testing

@Suite struct TextTests {
  @Test func wholeFinding() {
    var sample = Sample("rung: 1\nladder: ⟦4.1⟧\nrecording:\n  window: ⟦10h⟧\n", name: "channels/main.yaml")
    sample.report.flag(
      Sample.rule, SourcePlace(sample.span(1)), "recording.window is 10h; PassthroughBasic archives at most 8h",
      notes: [
        MessageNote("PassthroughBasic was chosen because the ladder totals 4.1 Mbps", at: sample.span(0)), MessageNote("as it stands"),
      ],
      help: "ask for PassthroughStandard (up to 25h), or lower the window",
      fix: .replace(sample.span(1), with: "8h", .unsafe), citation: Citation("MK.IO live streaming guide", "\"Maximum archive\""))
    #expect(
      sample.text() == """
        error[test/made-up]: recording.window is 10h; PassthroughBasic archives at most 8h
         --> channels/main.yaml:4:11
          |
        4 |   window: 10h
          |           ^^^
          = note: PassthroughBasic was chosen because the ladder totals 4.1 Mbps (channels/main.yaml:2:9)
          = note: as it stands
          = help: ask for PassthroughStandard (up to 25h), or lower the window
          = see: MK.IO live streaming guide, "Maximum archive"; rung explain test/made-up

        """)
  }

  @Test func marginGrowsWithTheLineNumber() {
    var sample = Sample(String(repeating: "\n", count: 99) + "a: ⟦b⟧\n")
    sample.flag()
    #expect(
      sample.text() == """
        error[test/made-up]: it is wrong
           --> main.yaml:100:4
            |
        100 | a: b
            |    ^
            = see: rung explain test/made-up

        """)
  }

  @Test(
    "carets stand under what they mean",
    arguments: [
      ("a: ⟦wide⟧\n", "1 | a: wide", "  |    ^^^^"),
      ("a:\t⟦b⟧\n", "1 | a:    b", "  |       ^"),
      ("⟦\t⟧a: b\n", "1 |     a: b", "  | ^^^^"),
      ("名前: ⟦値段⟧ x\n", "1 | 名前: 値段 x", "  |       ^^^^"),
      ("ｆｕｌｌ: ⟦ｗ⟧\n", "1 | ｆｕｌｌ: ｗ", "  |           ^^"),
      ("한글: ⟦한⟧\n", "1 | 한글: 한", "  |       ^^"),
      ("🎥👩‍👩‍👧‍👦🇩🇪: ⟦👍🏽⟧.\n", "1 | 🎥👩‍👩‍👧‍👦🇩🇪: 👍🏽.", "  |         ^^"),
      ("❤️ ☎ ⟦✂️⟧\n", "1 | ❤️ ☎ ✂️", "  |      ^^"),
      ("cafe\u{301}: ⟦e\u{301}e\u{301}⟧\n", "1 | cafe\u{301}: e\u{301}e\u{301}", "  |       ^^"),
      ("a\u{200B}b: ⟦c⟧\n", "1 | a\\u{200B}b: c", "  |             ^"),
      ("a: ⟦⟧b\n", "1 | a: b", "  |    ^"),
      ("a: b⟦⟧", "1 | a: b", "  |     ^"),
      ("a: b\n⟦⟧", "2 |", "  | ^"),
      ("⟦⟧", "1 |", "  | ^"),
      ("\u{FEFF}⟦a⟧: b\r\n", "1 | a: b", "  | ^"),
      ("x: y\r\na: ⟦b⟧\r\n", "2 | a: b", "  |    ^"),
      ("x: y\ra: ⟦b⟧\r", "2 | a: b", "  |    ^"),
      ("a: ⟦{b: c,\n  d: e,\n  f: g}⟧\n", "1 | a: {b: c,", "  |    ^^^^^^… to line 3"),
      ("a: ⟦\n  - b⟧\n", "1 | a: ", "  |    ^… to line 2"),
      ("a: ⟦b\n⟧", "1 | a: b", "  |    ^"),
      ("a: ⟦\u{1B}[31mred⟧\n", "1 | a: \\u{1B}[31mred", "  |    ^^^^^^^^^^^^^"),
      ("a: \u{202E}⟦b⟧\u{0}\u{7F}\n", "1 | a: \\u{202E}b\\u{0}\\u{7F}", "  |            ^"),
    ])
  func carets(_ marked: String, _ line: String, _ carets: String) {
    #expect(Sample.snippet(marked) == [line, carets])
  }

  @Test func byteOrderMarkHasNoColumn() {
    var sample = Sample("\u{FEFF}⟦a⟧: b")
    sample.flag()
    #expect(sample.text().contains("main.yaml:1:1\n"))
  }

  @Test func columnsCountCharacters() {
    var sample = Sample("- {name: \"👩‍👩‍👧‍👦é\", x: ⟦1⟧}")
    sample.flag()
    #expect(sample.text().contains("main.yaml:1:19\n"))
  }

  @Test func longLinesAreCutAroundTheSpan() {
    let filler = String(repeating: "abcdefgh ", count: 2000)
    for (marked, column) in [
      ("\(filler)⟦HERE⟧ \(filler)", 18001), ("⟦HERE⟧ \(filler)", 1), ("\(filler)⟦HERE⟧", 18001),
      (String(repeating: "世界", count: 3000) + "⟦HERE⟧" + filler, 6001),
    ] {
      var sample = Sample(marked)
      sample.flag()
      let lines = sample.text().split(separator: "\n").map(String.init)
      #expect(lines[1].hasSuffix(":1:\(column)"))
      #expect(Self.width(lines[3]) <= 204)
      #expect(Self.width(lines[3]) > 120)
      #expect(Self.underlined(lines[3], lines[4]) == "HERE")
    }
  }

  @Test func aSpanLongerThanTheLineThatIsShown() {
    var sample = Sample("row: ⟦\(String(repeating: "0123456789", count: 500))⟧ end")
    sample.flag()
    let lines = sample.text(TextStyle(width: 60)).split(separator: "\n").map(String.init)
    #expect(lines[3].hasPrefix("1 | row: 01234"))
    #expect(lines[3].hasSuffix("…"))
    #expect(Self.width(lines[3]) <= 60)
    #expect(Self.width(lines[4]) <= 60)
  }

  @Test func secretsAreMasked() {
    var sample = Sample("simulcast: [{url: ⟦x⟧, key: ⟦\"hunter2-hunter2\"⟧}]\nother: ⟦hunter2-hunter2⟧\n")
    sample.report.hide(sample.span(1))
    sample.report.flag(
      Sample.rule, SourcePlace(sample.span(0)), "found `hunter2-hunter2`", notes: [MessageNote("or hunter2-hunter2")],
      help: "not hunter2-hunter2", fix: .replace(sample.span(0), with: "hunter2-hunter2"))
    sample.report.flag(Sample.rule, SourcePlace(sample.span(1)), "a secret")
    let text = sample.text()
    #expect(!text.contains("hunter2"))
    #expect(
      text.contains(
        """
        1 | simulcast: [{url: x, key: ••••••••}]
          |                   ^
        """))
    #expect(
      text.contains(
        """
        1 | simulcast: [{url: x, key: ••••••••}]
          |                           ^^^^^^^^
        """))
    var json = DiagnosticsJSON()
    json.add(sample.report.diagnostics, sources: sample.sources, secrets: sample.report.secrets)
    #expect(!json.text(Counts()).contains("hunter2"))
  }

  @Test func aLongSecretInAShortenedQuote() {
    let secret = "BEGIN" + String(repeating: "0123456789", count: 20) + "END"
    var sample = Sample("key: ⟦\(secret)⟧\n")
    sample.report.hide(sample.span(0))
    sample.flag("`\(secret)` is wrong")
    let text = sample.text()
    #expect(!text.contains("BEGIN"))
    #expect(!text.contains("END"))
    #expect(!text.contains("0123456789"), "\(text)")
  }

  @Test func aSecretOverSeveralLines() {
    var sample = Sample("key: ⟦|\n  first-half\n  second-half⟧\nx: ⟦y⟧\n")
    sample.report.hide(sample.span(0))
    sample.flag()
    sample.report.flag(
      Sample.rule, SourcePlace(SourceSpan(file: sample.id, lower: sample.ranges[0].lowerBound + 6, upper: sample.ranges[0].lowerBound + 7)), "inside")
    let text = sample.text()
    #expect(!text.contains("first-half"))
    #expect(!text.contains("second-half"))
  }

  @Test func colour() {
    var sample = Sample("a: ⟦b⟧")
    sample.flag()
    let text = sample.text(TextStyle(colour: true, width: 80))
    #expect(text.hasPrefix("\u{1B}[1;31merror[test/made-up]\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;31m^\u{1B}[0m"))
    #expect(!sample.text().contains("\u{1B}"))
  }

  @Test func notesAreWrappedOnATerminalOnly() {
    var sample = Sample("a: ⟦b⟧")
    sample.flag(notes: [MessageNote("one two three four five six seven eight nine ten eleven twelve")], help: Help(String(repeating: "x", count: 70)))
    #expect(
      sample.text(TextStyle(width: 40)).hasSuffix(
        """
          = note: one two three four five six
                  seven eight nine ten eleven
                  twelve
          = help: \(String(repeating: "x", count: 70))
          = see: rung explain test/made-up

        """))
    #expect(sample.text().contains("= note: one two three four five six seven eight nine ten eleven twelve\n"))
  }

  @Test func namesOfFilesCannotStartEscapeSequences() {
    var sample = Sample("a: ⟦b⟧", name: "evil\u{1B}[2J\n.yaml")
    sample.flag("says \u{1B}]0;title\u{7}")
    let text = sample.text()
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("evil\\u{1B}[2J\\n.yaml:1:4"))
  }

  private static func width(_ line: String) -> Int {
    line.reduce(0) { $0 + (("\u{4E00}"..."\u{9FFF}").contains($1) ? 2 : 1) }
  }

  /// What stands above the carets.
  private static func underlined(_ line: String, _ carets: String) -> String {
    guard let start = carets.firstIndex(of: "^") else { return "" }
    let lower = carets.distance(from: carets.startIndex, to: start)
    let count = carets[start...].prefix { $0 == "^" }.count
    var column = 0
    var found = ""
    for character in line {
      if column >= lower, column < lower + count { found.append(character) }
      column += width(String(character))
    }
    return found
  }
}
