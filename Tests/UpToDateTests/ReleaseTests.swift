import Rung
import RungReading
import RungSource
import RungTestSupport
import Testing

/// What an upgrade may change, beside what was recorded when CHANGELOG.md was last written to.
///
/// `RECORD=1 swift test --filter ReleaseTests` records it anew, once CHANGELOG.md says more than it did.
@Suite struct ReleaseTests {
  static let command = "RECORD=1 swift test --filter ReleaseTests"
  private static let path = "Tests/UpToDateTests/release.txt"
  private static let isRecording = Repository.variable("RECORD") != nil

  @Test("what changes for who upgrades is in CHANGELOG.md")
  func listed() throws {
    let log = try #require(Repository.text("CHANGELOG.md"))
    let recorded = Release(Repository.text(Self.path) ?? "")
    let now = Release(entries: log, facts: Self.facts())
    switch now.verdict(beside: recorded) {
    case .same: break
    case .unlisted(let changes):
      Issue.record("add to \"Unreleased\" in CHANGELOG.md what changes here, then run `\(Self.command)`:\n\(changes.joined(separator: "\n"))")
    case .stale(let changes):
      if Self.isRecording { #expect(Repository.write(now.text, to: Self.path)) }
      let how = Self.isRecording ? "recorded: read it before you commit it" : "run `\(Self.command)`"
      Issue.record("\(Self.path) does not belong to CHANGELOG.md as it is; \(how)\(changes.map { "\n" + $0 }.joined())")
    }
  }

  @Test("schemas of version 1 change by addition only")
  func promised() throws {
    for name in Repository.names(in: "schemas") where name.contains(".v1.") {
      let now = try #require(Disguise.tree(Repository.text("schemas/\(name)") ?? ""))
      let path = "Tests/UpToDateTests/v1/\(name)"
      guard let before = Repository.text(path).flatMap(Disguise.tree) else {
        if Self.isRecording { #expect(Repository.write(try Self.recording(of: now), to: path)) }
        Issue.record("\(path) is missing: the promise of version 1 begins with it; run `\(Self.command)`")
        continue
      }
      let losses = SchemaPromise(before, now, isRead: name.hasPrefix("stream.")).losses
      for loss in losses { Issue.record("\(name), \(loss): version 1 of a schema may add, and take nothing back") }
      // What was added is promised from now on.
      let text = try Self.recording(of: now)
      guard losses.isEmpty, text != Repository.text(path) else { continue }
      if Self.isRecording { #expect(Repository.write(text, to: path)) }
      Issue.record("schemas/\(name) has grown; \(Self.isRecording ? "recorded" : "run `\(Self.command)`")")
    }
    for name in Repository.names(in: "Tests/UpToDateTests/v1") where Repository.text("schemas/\(name)") == nil {
      Issue.record("schemas/\(name) is gone; version 1 of a schema stays")
    }
  }

  private static func recording(of schema: Node) throws -> String {
    JSONWriter.shown(SchemaPromise.withoutProse(schema), indent: 1) + "\n"
  }

  // MARK: Facts

  /// One line for each thing, sorted.
  private static func facts() -> [String] {
    var facts: [String] = []
    for golden in GoldenCase.all {
      for name in Repository.names(in: golden.folder) {
        let isBody = name.hasSuffix(".json") && !GoldenCase.isSpec(name)
        guard isBody || name.hasSuffix("setup.txt") else { continue }
        facts.append("body \(golden.folder)/\(name) \(Release.hash(Repository.text("\(golden.folder)/\(name)") ?? ""))")
      }
    }
    facts += Set(allRules.map { "rule \($0.id) \($0.severity.name)" })
    for pack in allPacks {
      facts += pack.rules.map { "rule \($0.id) in \(pack.name) \($0.severity.name)" }
      facts += pack.adopted.map { "rule \($0.rule.id) in \(pack.name) \($0.severity.name)" }
    }
    for name in Repository.names(in: "schemas") {
      guard let tree = Disguise.tree(Repository.text("schemas/\(name)") ?? "") else {
        Issue.record("schemas/\(name) does not read")
        continue
      }
      facts.append("schema \(name) \(Release.hash(JSONWriter.shown(SchemaPromise.withoutProse(tree), indent: 0)))")
    }
    return facts.sorted()
  }

  // MARK: The judge

  @Test("a change that is not listed is named")
  func unlisted() {
    let before = Release(entries: "# Changelog\n\nTop.\n\n## Unreleased\n- one\n", facts: ["rule a/b error", "rule a/c note", "schema s 12"])
    #expect(Release(before.text).facts == before.facts)
    #expect(before.verdict(beside: Release(before.text)) == .same)

    let changed = ["rule a/b warning", "rule a/d error", "schema s 13"]
    let silent = Release(entries: "# Changelog\n\nOther words at the top.\n\n## Unreleased\n-  one\n", facts: changed)
    #expect(
      silent.verdict(beside: before) == .unlisted([
        "rule a/b error → warning", "rule a/c note is gone", "rule a/d error is new", "schema s changed",
      ]))
    let listed = Release(entries: "## Unreleased\n- one\n- two\n", facts: changed)
    guard case .stale = listed.verdict(beside: before) else {
      Issue.record("an entry that says more does not count")
      return
    }
    #expect(listed.verdict(beside: Release(listed.text)) == .same)
    // Words alone have to be recorded too, so that they cannot stand for a change that comes later.
    #expect(Release(entries: "## Unreleased\n- one\n- two\n", facts: before.facts).verdict(beside: before) == .stale([]))
  }

  private static let losses: [(before: String, now: String, isRead: Bool, loss: String)] = [
    (##"{"properties": {"a": {}}}"##, ##"{"properties": {}}"##, false, "/a is gone"),
    (##"{"enum": ["x", "y"]}"##, ##"{"enum": ["x"]}"##, false, "/ is no longer \"y\""),
    (##"{"type": ["string", "null"]}"##, ##"{"type": "string"}"##, false, "/ is no longer null"),
    (##"{"properties": {"a": {}}, "required": ["a"]}"##, ##"{"properties": {"a": {}}}"##, false, "/a may be missing"),
    (##"{"properties": {"a": {}}}"##, ##"{"properties": {"a": {}}, "required": ["a"]}"##, true, "/a has to be there"),
    (##"{"items": {"properties": {"a": {}}}}"##, ##"{"items": {}}"##, false, "/[]/a is gone"),
    (##"{"$ref": "#/$defs/x", "$defs": {"x": {"properties": {"a": {}}}}}"##, ##"{"properties": {"b": {}}}"##, false, "/a is gone"),
    (##"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"##, ##"{"anyOf": [{"type": "string"}]}"##, false, "/ has one form less"),
    (##"{"enum": ["x", null]}"##, ##"{"anyOf": [{"enum": ["x"]}, {"type": "integer"}]}"##, true, "/ has one form less"),
    (##"{"minimum": 1}"##, ##"{"minimum": 2}"##, true, "/ has another minimum"),
    (##"{"type": "string"}"##, ##"{"type": "string", "pattern": "^a"}"##, true, "/ has a pattern now"),
    (##"{"additionalProperties": true}"##, ##"{"additionalProperties": false}"##, true, "/ takes no other keys now"),
    (##"{}"##, ##"{"enum": ["x"]}"##, true, "/ takes only some values now"),
  ]

  @Test("what a schema takes back is named")
  func taken() throws {
    for (before, now, isRead, loss) in Self.losses {
      let (old, new) = (try #require(Disguise.tree(before)), try #require(Disguise.tree(now)))
      #expect(SchemaPromise(old, new, isRead: isRead).losses == [loss])
      #expect(SchemaPromise(old, old, isRead: isRead).losses.isEmpty)
    }
  }

  private static let additions: [(before: String, now: String, isRead: Bool)] = [
    (##"{"properties": {"a": {}}}"##, ##"{"properties": {"a": {}, "b": {}}}"##, true),
    (##"{"properties": {"a": {}}, "required": ["a"]}"##, ##"{"properties": {"a": {}}}"##, true),
    (##"{"enum": ["x"]}"##, ##"{"enum": ["y", "x"]}"##, false),
    (##"{"type": "string"}"##, ##"{"type": ["string", "null"]}"##, true),
    (##"{"type": "string"}"##, ##"{"anyOf": [{"type": "integer"}, {"type": "string"}]}"##, true),
    (##"{"enum": ["x", null]}"##, ##"{"anyOf": [{"enum": ["x"]}, {"type": "integer"}, {"type": "null"}]}"##, true),
    (##"{"maximum": 5, "maxLength": 5}"##, ##"{"maximum": 6}"##, true),
    (##"{"$ref": "#/$defs/x", "$defs": {"x": {"properties": {"a": {}}}}}"##, ##"{"$ref": "#/$defs/y", "$defs": {"y": {"properties": {"a": {}}}}}"##, false),
  ]

  @Test("what a schema adds is no loss")
  func added() throws {
    for (before, now, isRead) in Self.additions {
      let (old, new) = (try #require(Disguise.tree(before)), try #require(Disguise.tree(now)))
      #expect(SchemaPromise(old, new, isRead: isRead).losses.isEmpty, "\(now)")
    }
  }
}
