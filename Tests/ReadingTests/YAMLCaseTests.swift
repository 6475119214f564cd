import RungReading
import RungSource
import RungTestSupport
import Testing

/// The kinds of cases that yaml-test-suite has, with texts of our own: what each is read as, or the error. ExternalSuiteTests runs the
/// suite itself where it is at hand.
@Suite struct YAMLCaseTests {
  /// A text, and its documents as JSON, one after the other; or the id of the error.
  static let cases: [(text: String, result: String)] = [
    // Documents.
    ("---\na: 1\n...\n---\nb: 2\n", #"{"a":1} {"b":2}"#),
    ("%YAML 1.2\n---\na: 1\n", #"{"a":1}"#),
    ("%YAML 1.1\n---\na: yes\n", #"{"a":"yes"}"#),
    ("%YAML 3.0\n---\na: 1\n", "yaml/syntax"),
    ("# nothing\n\n# at all\n", "source/empty"),
    ("a: 1\n... x\n", "yaml/syntax"),
    ("--- # a comment\na: 1\n", #"{"a":1}"#),
    ("\u{FEFF}a: 1\n", #"{"a":1}"#),
    // Plain scalars.
    ("a: b # c\nd: e#f\n", #"{"a":"b","d":"e#f"}"#),
    ("a: b:c\nd: ::e\n", #"{"a":"b:c","d":"::e"}"#),
    ("a: first\n  second\n\n  third\n", #"{"a":"first second\nthird"}"#),
    ("a: -\n", #"yaml/syntax"#),
    ("a: -1\nb: - 1\n", "yaml/syntax"),
    ("a: 'it''s'\nb: \"\\x41\\u00e9\\U0001F3AC\\t\\/\"\n", #"{"a":"it's","b":"Aé🎬\t/"}"#),
    ("a: \"\\q\"\n", "yaml/syntax"),
    ("a: \"first\n  second\\\n  third\"\n", #"{"a":"first secondthird"}"#),
    ("a: 'first\n\n\n  second'\n", #"{"a":"first\n\nsecond"}"#),
    ("a: 'open\n", "yaml/syntax"),
    ("a: @b\n", "yaml/syntax"),
    ("a: `b\n", "yaml/syntax"),
    ("a: %b\n", "yaml/syntax"),
    // Block scalars.
    ("a: |\n  x\n   y\n\n  z\n\n", #"{"a":"x\n y\n\nz\n"}"#),
    ("a: >\n  x\n  y\n\n  z\n   w\n  v\n", #"{"a":"x y\nz\n w\nv\n"}"#),
    ("a: |-\n  x\n\n", #"{"a":"x"}"#),
    ("a: |+\n  x\n\nb: 1\n", #"{"a":"x\n\n","b":1}"#),
    ("a: |2\n   x\n  y\n", #"{"a":" x\ny\n"}"#),
    ("a: |0\n  x\n", "yaml/syntax"),
    ("a: |\n\tx\n", "yaml/tab"),
    // Flows.
    ("{a: [1, {b: c}, ], d: , }\n", #"{"a":[1,{"b":"c"}],"d":null}"#),
    ("{a: 1\n", "yaml/syntax"),
    ("a: [1, 2\nb: 3\n", "yaml/syntax"),
    ("a: [b: c, d]\n", #"{"a":[{"b":"c"},"d"]}"#),
    ("{\"a\":1,'b':2}\n", #"{"a":1,"b":2}"#),
    // Block collections.
    ("a:\n- b\n- c\n", #"{"a":["b","c"]}"#),
    ("- - a\n  - b\n-\n  c: d\n", #"[["a","b"],{"c":"d"}]"#),
    ("a: b\n c: d\n", "yaml/syntax"),
    ("a:\n\tb: c\n", "yaml/tab"),
    ("a:\n  b: 1\n c: 2\n", "yaml/syntax"),
    ("? a\n: b\n? c\n", #"{"a":"b","c":null}"#),
    ("? [a]\n: b\n", "yaml/key-not-text"),
    // Anchors, aliases, merge keys, tags.
    ("a: &x [1]\nb: *x\n", #"{"a":[1],"b":[1]}"#),
    ("a: *x\nb: &x 1\n", "yaml/unknown-alias"),
    ("a: &x {b: *x}\n", "yaml/alias-inside-itself"),
    ("a: &x 1\nb: &x 2\nc: *x\n", #"{"a":1,"b":2,"c":2}"#),
    ("a: !!str 1\nb: !!int \"2\"\nc: !!null ''\n", #"{"a":"1","b":2,"c":null}"#),
    ("a: !!float 1\nb: !!bool True\n", #"{"a":1,"b":true}"#),
    ("a: !!int x\n", "yaml/tag"),
    ("a: !!int 1.5\n", "yaml/tag"),
    ("a: !!bool yes\n", "yaml/tag"),
    ("a: !!null x\n", "yaml/tag"),
    ("a: !!float 1_0\n", "yaml/tag"),
    ("a: !local x\n", "yaml/tag"),
    ("a: 1\na: 2\n", "source/duplicate-key"),
  ]

  @Test("cases of each kind", arguments: cases)
  func read(_ text: String, _ result: String) {
    let (documents, errors) = ExternalSuiteTests.read(Array(text.utf8), .yaml)
    let found = errors.first ?? documents.map { JSONWriter.shown($0, indent: 0) }.joined(separator: " ")
    #expect(found == result, "\(text)")
  }
}
