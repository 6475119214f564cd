import Rung
import RungReading
import RungSource
import RungTestSupport
import Testing

/// The canonical form of specs says what they say, and has a canonical form of its own: itself.
@Suite struct FmtTests {
  private struct Source {
    let name: String
    let bytes: [UInt8]
    var loader = Loader.none
  }

  /// Every spec and base of the repository.
  private static func sources() -> [Source] {
    var all = GoldenCase.all.flatMap { golden in
      golden.specs.map { Source(name: "\(golden.folder)/\($0)", bytes: golden.bytes(of: $0) ?? [], loader: golden.loader) }
    }
    for folder in ["Tests/Lossless", "Tests/Diff"] {
      all += Repository.files(below: folder, ending: ".yaml").map { Source(name: $0, bytes: Repository.bytes($0) ?? []) }
    }
    return all
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func formatted(_ text: String, _ name: String = "a.yaml") -> String {
    guard case .formatted(let output) = Rung.formatted(SourceInput(name: name, text: text)) else { return "\(Rung.formatted(SourceInput(name: name, text: text)))" }
    return Self.text(output.bytes)
  }

  /// Formats all, once and again, and shows what came of it to readers that are not Rung's.
  private func hold(_ sources: [Source]) throws {
    var cases: [String] = []
    var changed = 0
    for source in sources {
      let input = SourceInput(name: source.name, bytes: source.bytes)
      switch Rung.formatted(input, loader: source.loader) {
      case .formatted(let output):
        if output.bytes != source.bytes { changed += 1 }
        guard case .formatted(let again) = Rung.formatted(output, loader: source.loader), again.bytes == output.bytes else {
          Issue.record("\(source.name) has another form the second time:\n\(Self.text(source.bytes))\n--- once\n\(Self.text(output.bytes))\n--- twice\n\(Rung.formatted(output, loader: source.loader))")
          continue
        }
        guard source.name.hasSuffix(".yaml") else { continue }
        let parts = [("name", source.name), ("before", Self.text(source.bytes)), ("after", Self.text(output.bytes))].map { "\"\($0)\": \(JSONWriter.quoted($1))" }
        cases.append("{\(parts.joined(separator: ", "))}")
      case .unreadable: break
      case .notASpec, .comment: break
      case .fault(let reason): Issue.record("\(source.name): \(reason)\n\(Self.text(source.bytes))")
      }
    }
    #expect(changed > sources.count / 3, "\(changed) of \(sources.count)")
    guard Judge.present(.ruamel), let folder = Repository.temporaryFolder() else { return }
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    #expect(Repository.write("{\"cases\": [\(cases.joined(separator: ",\n"))]}", to: "\(folder)/cases.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/GoldenTests/fmt.py '\(folder)/cases.json'")
    #expect(result.status == 0, "\(result.output.prefix(6000))")
  }

  @Test("of every golden and example")
  func goldens() throws {
    try hold(Self.sources())
  }

  @Test("of every example of a rule")
  func examples() throws {
    let all = allRules.flatMap { rule in (rule.bad + rule.good).filter { $0.request == nil && $0.isWritten }.map { (rule, $0) } }
    let sources = Depth.some(all, quick: 150).map { Source(name: "\($0.0.id).yaml", bytes: Array(MarkedText($0.1.text).text.utf8)) }
    var faults = 0
    for source in sources {
      let input = SourceInput(name: source.name, bytes: source.bytes)
      switch Rung.formatted(input) {
      case .formatted(let output):
        guard case .formatted(let again) = Rung.formatted(output), again.bytes == output.bytes else {
          Issue.record("\(source.name) has another form the second time:\n\(Self.text(output.bytes))")
          continue
        }
      case .fault(let reason):
        faults += 1
        Issue.record("\(source.name): \(reason)\n\(Self.text(source.bytes))")
      case .unreadable, .notASpec, .comment: break
      }
    }
    #expect(faults == 0)
  }

  @Test("of a thousand specs in many hands")
  func many() throws {
    let trees = Self.sources().compactMap { source in Disguise.tree(Self.text(source.bytes)).map { (source, $0) } }
    let sources = (0..<Depth.times(1000, quick: 150)).map { number in
      let (source, tree) = trees[number % trees.count]
      var scribbler = Scribbler(seed: UInt64(number))
      return Source(name: "\(number) \(source.name)", bytes: Array(scribbler.text(tree).utf8), loader: source.loader)
    }
    let readable = sources.filter { Disguise.tree(Self.text($0.bytes)) != nil }
    #expect(readable.count > sources.count * 9 / 10, "\(readable.count) of \(sources.count) can be read")
    try hold(readable)
  }

  @Test("keys are in the order of the schema, outputs, targets and lists in their own")
  func order() {
    #expect(Self.formatted("name: a\npackaging: {hls: {segment_format: fmp4}, dash: {}}\ntargets: [tenbyte, mkio]\nrung: 1\nzzz: 1\nkind: event\n")
      == "rung: 1\nname: a\nkind: event\ntargets: [tenbyte, mkio]\npackaging: {hls: {segment_format: fmp4}, dash: {}}\nzzz: 1\n")
    #expect(Self.formatted("rung: 1\nname: a\ntargets:\n  tenbyte:\n  mkio:\npackaging:\n  hls: {}\n  dash: {}\n") == "rung: 1\nname: a\ntargets:\n  tenbyte:\n  mkio:\npackaging:\n  hls: {}\n  dash: {}\n")
  }

  @Test("comments go with what they are about")
  func comments() {
    let text = """
      # Head of the file.

      # the name
      name: a  # short
      # the version

      rung: 1 # one
      ladder: # steps
          renditions:
            # high
            - name: high # best
              # so many
              bitrate: 3 Mbps
            # - name: off
          # below the list
      # the end
      """
    #expect(Self.formatted(text) == """
      # Head of the file.

      # the version

      rung: 1  # one

      # the name
      name: a  # short
      ladder:  # steps
        renditions:
          # high
          - name: high  # best
            # so many
            bitrate: 3000k
          # - name: off
        # below the list
      # the end

      """)
  }

  @Test("no string becomes another value, and no value a string", arguments: [
    "\"no\"", "\"1\"", "\"1.5\"", "\"0x1F\"", "\"012\"", "\"1:30\"", "\"2026-11-20\"", "\"null\"", "\"~\"", "\"\"", "\"- a\"", "\"a: b\"", "\"a #b\"", "\"#b\"", "\" a\"", "\"=\"",
    "\"<<\"", "\"@a\"", "\"%a\"", "\"*a\"", "\"&a\"", "\"!a\"", "\"true\"", "\"Off\"", "\".inf\"", "\"1e3\"", "\"1_000\"", "\"a\\tb\"", "\"[a]\"", "no", "1:30", "true", "1", "~",
  ])
  func quotes(_ value: String) {
    let text = "rung: 1\nname: a\nlabels:\n  key: \(value)\n"
    #expect(Self.formatted(text) == text)
  }

  @Test("quotes that nobody needs go, single ones become double ones", arguments: [
    ("\"abc\"", "abc"), ("'abc def'", "abc def"), ("'1'", "\"1\""), ("'it''s'", "it's"), ("'say \"no\": x'", "'say \"no\": x'"), ("\"http://a/b\"", "http://a/b"), ("''", "\"\""),
  ])
  func unquoted(_ old: String, _ new: String) {
    #expect(Self.formatted("rung: 1\nname: a\nlabels:\n  key: \(old)\n") == "rung: 1\nname: a\nlabels:\n  key: \(new)\n")
  }

  @Test("quantities have one spelling, and one that the author chose among units stays", arguments: [
    ("bitrate", "3.5 Mbps", "3500k"), ("bitrate", "\"3500k\"", "3500k"), ("bitrate", "20000k", "20M"), ("bitrate", "64000 bps", "64k"), ("keyframe_interval", "2 s", "2s"),
    ("keyframe_interval", "2000ms", "2s"), ("keyframe_interval", "PT2S", "2s"), ("keyframe_interval", "500ms", "500ms"), ("buffer", "5000 kbit", "5000k"), ("fps", "30000/1001", "30000/1001"),
    ("fps", "\"25\"", "\"25\""), ("level", "\"4.0\"", "\"4.0\""), ("bitrate", "3000", "3000"), ("bitrate", "fast", "fast"),
  ])
  func quantities(_ key: String, _ old: String, _ new: String) {
    #expect(Self.formatted("rung: 1\nname: a\nladder: {defaults: {\(key): \(old)}}\n") == "rung: 1\nname: a\nladder: {defaults: {\(key): \(new)}}\n")
    let other = Self.formatted("rung: 1\nname: a\nrecording: {window: 7d}\nidle_timeout: 90s\n")
    #expect(other.contains("window: 7d") && other.contains("idle_timeout: 90s"))
  }

  @Test("an anchor stays before its aliases, and merge keys come first where they can")
  func anchors() {
    let text = "rung: 1\nname: a\nladder:\n  renditions:\n    - &one {name: a, bitrate: 1000k}\n    - {<<: *one, name: b}\n  defaults: &d {fps: 25}\ningest:\n  video: *d\n"
    let formatted = Self.formatted(text)
    // `ingest` is declared before `ladder`, and needs what that defines.
    #expect(formatted == "rung: 1\nname: a\nladder:\n  defaults: &d {fps: 25}\n  renditions:\n    - &one {name: a, bitrate: 1000k}\n    - {<<: *one, name: b}\ningest:\n  video: *d\n")
  }

  /// Found by fuzz/run fmt.
  @Test("empty keys and values stay empty", arguments: [
    // A colon ends an anchor's name.
    ("ingest:\n &n:", "ingest:\n  &n :\n"),
    ("ladder:\n ?\n : b\n", "ladder:\n  ?\n  : b\n"),
    ("ladder: {? : b}\n", "ladder: {? : b}\n"),
    // `null` would remove what a base has.
    ("ladder:\n renditions:\n - {name,}", "ladder:\n  renditions:\n    - {name: }\n"),
    ("ladder: {renditions: [&a , {fps: , name: b}]}\n", "ladder: {renditions: [&a , {name: b, fps: }]}\n"),
  ])
  func empty(_ old: String, _ new: String) { #expect(Self.formatted(old) == new) }

  @Test("block scalars keep their lines, documents their marks, flow style what is short")
  func blocks() {
    let text = "---\nname: a\nrung: 1\ndescription: |+2\n    indented\n  not\n\n\n---\nrung: 1\nname: b\ndescription: >\n      one\n      two\n\n      three\n...\n# end\n"
    #expect(Self.formatted(text) == "---\nrung: 1\nname: a\ndescription: |2+\n    indented\n  not\n\n\n---\nrung: 1\nname: b\ndescription: >\n  one\n  two\n\n  three\n# end\n")
    #expect(Self.formatted("{\"rung\": 1, \"name\": \"a\", \"targets\": [\"tenbyte\"]}", "a.yaml") == "rung: 1\nname: a\ntargets: [tenbyte]\n")
  }

  @Test("trees in every style are formatted, and a second time too")
  func trees() {
    var writer = TextWriter(seed: 17)
    var formatted = 0
    let times = Depth.times(4_000, quick: 400)
    for _ in 0..<times {
      let text = "rung: 1\nname: a\nbelow:\n" + writer.block(indent: 2)
      switch Rung.formatted(SourceInput(name: "a.yaml", text: text)) {
      case .formatted(let output):
        formatted += 1
        guard case .formatted = Rung.formatted(output) else {
          Issue.record("\(text.debugDescription) is not formatted the second time: \(Rung.formatted(output))")
          return
        }
      // A comment for Rung would be about something else.
      case .comment: continue
      case let other:
        Issue.record("\(text.debugDescription) is not formatted: \(other)")
        return
      }
    }
    #expect(formatted > times / 2)
  }

  @Test("what stands above the mark of a document stays at its head")
  func marks() {
    #expect(Self.formatted("# head\n\n---\nname: a # z\nrung: 1\nkind: event\n\nlow_latency: true\n") == "---\n# head\nrung: 1\nname: a  # z\nkind: event\n\nlow_latency: true\n")
  }

  @Test("JSON is written as JSON")
  func json() {
    #expect(Self.formatted("{\"name\":\"a\",\"rung\":1,\"targets\":[\"tenbyte\"],\"labels\":{},\"ladder\":{\"defaults\":{\"bitrate\":\"3 Mbps\"}}}", "a.json")
      == "{\n  \"rung\": 1,\n  \"name\": \"a\",\n  \"labels\": {},\n  \"targets\": [\n    \"tenbyte\"\n  ],\n  \"ladder\": {\n    \"defaults\": {\n      \"bitrate\": \"3000k\"\n    }\n  }\n}\n")
  }

  @Test("what cannot be read, and what is no spec, stays as it is")
  func untouched() {
    if case .unreadable(let analysis) = Rung.formatted(SourceInput(name: "a.yaml", text: "rung: [\n")) { #expect(analysis.hasErrors) } else { Issue.record("it was read") }
    if case .notASpec = Rung.formatted(SourceInput(name: "a.yaml", text: "- a\n- b\n")) {} else { Issue.record("a list is no spec") }
    if case .unreadable = Rung.formatted(SourceInput(name: "a.yaml", text: "rung: 1\nrung: 2\n")) {} else { Issue.record("a key twice cannot be ordered") }
  }
}
