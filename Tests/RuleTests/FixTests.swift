@testable import Rung
import RungSource
import RungTestSupport
import Testing

/// What `--fix` does with the texts of every rule.
@Suite struct FixTests {
  /// Rules of which a fix-it keeps the meaning. The fix-its of all others choose for the author.
  private static let safe: Set<String> = [
    "allow/reason-missing", "allow/unused", "json/trailing-comma", "spec/base-not-marked", "spec/malformed-value", "spec/not-one-of", "spec/unknown-key", "spec/unknown-target", "spec/wrong-type",
    "spec/yaml-surprise", "yaml/tab",
  ]

  private static func examples() -> [(rule: RuleInfo, example: Example)] {
    allRules.flatMap { rule in rule.bad.filter { $0.request == nil && $0.use == .checked }.map { (rule, $0) } }
  }

  private static func errors(_ analysis: Analysis) -> [String: Int] {
    analysis.diagnostics.reduce(into: [:]) { if $1.severity == .error { $0[$1.id.rawValue, default: 0] += max(1, $1.unlisted) } }
  }

  @Test("a fix-it that keeps the meaning is one of those that were decided to")
  func degrees() {
    var safe: Set<String> = []
    var all: Set<String> = []
    for (_, example) in Self.examples() {
      let text = MarkedText(example.text).text
      for name in ["example.yaml", "example.json"] {
        for finding in check(SourceInput(name: name, text: text)).diagnostics {
          for fix in finding.fixIts {
            all.insert(finding.id.rawValue)
            if fix.degree == .safe { safe.insert(finding.id.rawValue) }
          }
        }
      }
    }
    // The rest is found in bodies, and with a base.
    #expect(safe.union(["json/trailing-comma", "spec/base-not-marked"]) == Self.safe, "\(safe.symmetricDifference(Self.safe).sorted())")
    #expect(all.count > 40)
  }

  @Test("a word with one slip is fixed safely, another word and another number are not", arguments: [
    ("recroding: {window: 4h}", FixIt.Degree.safe), ("Recording: {window: 4h}", .safe), ("low-latency: true", .safe), ("encodng: transcode", .safe),
    ("ladder: {defaults: {gap: 50}}", .unsafe), ("ladder: {defaults: {codec: h265}}", .safe), ("ladder: {defaults: {bitrate: 3500}}", .unsafe),
    ("ladder: {defaults: {bitrate: \"3,500k\"}}", .safe), ("ladder: {defaults: {resolution: 1280*720}}", .safe), ("ladder: {defaults: {resolution: 720p}}", .unsafe),
    ("low_latency: yes", .safe),
  ])
  func spelling(_ line: String, _ degree: FixIt.Degree) {
    let found = check(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\n\(line)\n")).diagnostics.flatMap(\.fixIts)
    #expect(found.allSatisfy { $0.degree == degree }, "\(line): \(found.map(\.title))")
  }

  @Test("every bad example with a fix-it is fixed: the finding is gone and no error is new", arguments: [FixIt.Degree.safe, .unsafe])
  func clears(_ degree: FixIt.Degree) {
    var cleared = 0
    var left: [String] = []
    for (rule, example) in Self.examples() {
      let text = MarkedText(example.text).text
      let before = check(SourceInput(name: "example", text: text))
      let own = before.diagnostics.filter { rule.isRule(of: $0) }
      guard own.contains(where: { $0.fixIts.contains { $0.degree == .safe || degree == .unsafe } }) else { continue }
      let fixing = fixed(SourceInput(name: "example", text: text), degree)
      let after = check(fixing.texts[0].input)
      let taken = fixing.unmade.filter { $0.rule == own[0].id }
      let now = after.diagnostics.count { rule.isRule(of: $0) }
      if now < own.count { cleared += 1 } else { left.append("\(rule.id)") }
      #expect(now < own.count || !taken.isEmpty, "\(rule.id) is still found:\n\(text)", sourceLocation: example.sourceLocation)
      #expect(!after.diagnostics.contains { $0.fixIts.contains { $0.degree == .safe || degree == .unsafe } } || !fixing.unmade.isEmpty, "\(rule.id): something is left to fix")
      let (old, new) = (Self.errors(before), Self.errors(after))
      let reveals = fixing.texts[0].made.contains { made in ["yaml/", "json/", "source/", "spec/"].contains { made.rule.rawValue.hasPrefix($0) } }
      for (id, count) in new where count > old[id] ?? 0 {
        #expect(reveals, "\(rule.id): \(id) is new in:\n\(String(decoding: fixing.texts[0].input.bytes, as: UTF8.self))", sourceLocation: example.sourceLocation)
      }
    }
    #expect(cleared > (degree == .safe ? 15 : 60) && left.isEmpty, "\(cleared) cleared, left: \(left)")
  }

  @Test("byte order marks, line ends and comments stay as they are", arguments: [Disguise.byteOrderMark, .lineEndings, .behindComment])
  func bytes(_ disguise: Disguise) {
    var fixes = 0
    for (rule, example) in Self.examples() {
      let text = MarkedText(example.text).text
      guard rule.family != "json", let worn = disguise.worn(by: text, mark: nil) else { continue }
      let (plain, dressed) = (fixed(SourceInput(name: "a.yaml", text: text), .unsafe), fixed(SourceInput(name: "a.yaml", text: worn.text), .unsafe))
      guard plain.texts[0].isChanged else { continue }
      fixes += 1
      let expected = disguise.worn(by: String(decoding: plain.texts[0].input.bytes, as: UTF8.self), mark: nil)?.text
      #expect(String(decoding: dressed.texts[0].input.bytes, as: UTF8.self) == expected, "\(rule.id)", sourceLocation: example.sourceLocation)
    }
    #expect(fixes > 60)
  }

  @Test("in one round no byte changes beside those that the fix-its name")
  func others() {
    var fixes = 0
    for (rule, example) in Self.examples() {
      // Without a line end, which editors add.
      var text = MarkedText(example.text).text
      while text.last == "\n" { text.removeLast() }
      let input = SourceInput(name: "a.yaml", text: text)
      let fixing = fixed(input, .unsafe)
      guard fixing.texts[0].made.count == 1, fixing.unmade.isEmpty else { continue }
      let all = check(input).diagnostics.compactMap(\.fixIts.first)
      let possible = all.map { FixItApplication.apply([$0], to: text) }
      fixes += 1
      #expect(possible.contains(String(decoding: fixing.texts[0].input.bytes, as: UTF8.self)), "\(rule.id)", sourceLocation: example.sourceLocation)
    }
    #expect(fixes > 40)
  }

  // MARK: Several fix-its

  private static func edit(_ lower: Int, _ upper: Int, _ text: String) -> FixIt.Edit {
    FixIt.Edit(SourceSpan(file: FileID(index: 0), lower: lower, upper: upper), text)
  }

  @Test("edits that overlap contradict each other unless they are the same")
  func contradictions() {
    let a = Self.edit(10, 14, "a"), b = Self.edit(10, 14, "b"), inner = Self.edit(12, 13, "c"), beside = Self.edit(14, 16, "d")
    #expect(FixConflicts.contradicted([[a], [b]]) == [0, 1])
    #expect(FixConflicts.contradicted([[a], [a]]).isEmpty)
    #expect(FixConflicts.contradicted([[a], [inner], [beside]]) == [0, 1])
    #expect(FixConflicts.contradicted([[a, beside], [beside]]).isEmpty)
    #expect(FixConflicts.contradicted([[Self.edit(5, 5, "x")], [Self.edit(5, 5, "y")]]) == [0, 1])
    #expect(FixConflicts.contradicted([[Self.edit(0, 40, "x")], [Self.edit(1, 2, "y")], [Self.edit(30, 31, "z")]]) == [0, 1, 2])
  }

  private static let loud = "ladder:\n  defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, bitrate: 1000k}}\n  renditions: [{name: a, resolution: 1280x720, bitrate: 2000k}]\n"

  @Test("a finding whose fix-it contradicts that of another target has none, and its help stays")
  func targets() {
    func found(_ targets: String) -> [Diagnostic] {
      check(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\ntargets: [\(targets)]\n\(Self.loud)")).diagnostics.filter { $0.id.rawValue.hasSuffix("/audio-bitrate-out-of-range") }
    }
    #expect(["tenbyte", "livekit"].map { found($0).flatMap(\.fixIts).flatMap(\.edits).map(\.replacement) } == [["256k"], ["650k"]])
    let both = found("tenbyte, livekit")
    #expect(both.count == 2 && both.allSatisfy { $0.fixIts.isEmpty && $0.help != nil })
    let fixing = fixed(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\ntargets: [tenbyte, livekit]\nlow_latency: yes\n\(Self.loud)"), .unsafe)
    let text = String(decoding: fixing.texts[0].input.bytes, as: UTF8.self)
    #expect(text.contains("1000k") && text.contains("low_latency: true"))
  }

  @Test("streams of different targets that want different values in the base that they share get none, and it is said")
  func contradictedBase() {
    let base = SourceInput(name: "base.yaml", text: "base: true\n\(Self.loud)")
    let loader = Loader { path, _ in path == "base.yaml" ? .file(base) : .refused("does not exist") }
    let texts = ["tenbyte", "livekit"].map { target in
      (SourceInput(name: "\(target).yaml", text: "rung: 1\nname: \(target)\nextends: base.yaml\ntargets: [\(target)]\n"), loader)
    }
    let fixing = fixed(texts + [(base, .none)], .unsafe)
    #expect(String(decoding: fixing.texts[2].input.bytes, as: UTF8.self).contains("bitrate: 1000k"))
    #expect(fixing.unmade.filter { $0.reason == .contradicted && $0.file == "base.yaml" }.count == 2, "\(fixing.unmade)")
  }

  @Test("what streams want in a base that they share is fixed when the base was named, and only then")
  func sharedBase() {
    let base = SourceInput(name: "base.yaml", text: "base: true\nladder:\n  defaults: {fps: 25, keyframe_interval: 2s, codec: h264, bitrate: 2M}\n  renditions: [{name: a, resolution: 1281x721}]\npackaging: {dash: {segment_format: mpegts}}\n")
    func stream(_ name: String, _ target: String) -> SourceInput {
      SourceInput(name: "\(name).yaml", text: "rung: 1\nname: \(name)\nextends: base.yaml\ntargets: [\(target)]\n")
    }
    let loader = Loader { path, _ in path == "base.yaml" ? .file(base) : .refused("does not exist") }
    let texts = [(stream("one", "tenbyte"), loader), (stream("two", "tenbyte"), loader)]
    // It is no text of the run.
    let alone = fixed(texts, .unsafe)
    #expect(alone.texts.allSatisfy { !$0.isChanged } && !alone.unmade.isEmpty && alone.unmade.allSatisfy { $0.reason == .fileNotNamed && $0.file == "base.yaml" })
    let both = fixed(texts + [(base, .none)], .unsafe)
    let text = String(decoding: both.texts[2].input.bytes, as: UTF8.self)
    #expect(text.contains("1280x720") && text.contains("segment_format: fmp4") && both.unmade.isEmpty, "\(text) \(both.unmade)")
  }

  @Test("a fix-it that brings an error is taken back, and the others of its round are made")
  func takenBack() {
    // The bitrate of one rendition is mended by a rule of the test: here the judge says that 25 is an error.
    let input = SourceInput(name: "a.yaml", text: "rung: 1\nname: a\nlow_latency: yes\nencoding: trancode\n")
    var rounds = 0
    var work = FixWork([(input, .none)], .unsafe, { _, _ in true }) { texts, fleet in
      rounds += 1
      return texts.map { text in
        // `low_latency: true` is made an error of.
        let isTrue = String(decoding: text.input.bytes, as: UTF8.self).contains("low_latency: true")
        return check(isTrue ? SourceInput(name: "a.yaml", text: String(decoding: text.input.bytes, as: UTF8.self) + "rung: [\n") : text.input)
      }
    }
    let fixing = work.run()
    let text = String(decoding: fixing.texts[0].input.bytes, as: UTF8.self)
    #expect(text.contains("low_latency: yes") && text.contains("encoding: transcode"), "\(text)")
    #expect(fixing.unmade.map(\.title) == ["write `true`"] && rounds < 20, "\(fixing.unmade) \(rounds)")
  }

  @Test("fix-its that undo each other end where they began")
  func circles() {
    let input = SourceInput(name: "a.yaml", text: "rung: 1\nname: a\nlow_latency: yes\n")
    var work = FixWork([(input, .none)], .unsafe, { _, _ in true }) { texts, fleet in
      texts.map { text in
        let old = String(decoding: text.input.bytes, as: UTF8.self)
        guard old.contains("low_latency: true") else { return check(text.input) }
        // What was mended is found in another way, and the mend of it is what was there.
        var analysis = check(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\nlow_latency: yess\n"))
        var report = Report()
        report.flag(allRules.first { $0.id == "spec/wrong-type" } ?? allRules[0], SourcePlace(SourceSpan(file: FileID(index: 0), lower: 29, upper: 33)), "no", fix: .replace(SourceSpan(file: FileID(index: 0), lower: 29, upper: 33), with: "yes"))
        analysis = Analysis(sources: analysis.sources, streams: [], report: report, jsonFiles: [])
        return analysis
      }
    }
    let fixing = work.run()
    #expect(!fixing.texts[0].isChanged && fixing.texts[0].made.isEmpty && fixing.unmade.map(\.reason) == [.leadsBack], "\(fixing)")
  }

  @Test("more findings than are listed are all fixed")
  func many() {
    let lines = (0..<400).map { "    - {name: r\($0), resolution: 1281x\(2 * $0 + 201), bitrate: \"\($0 + 1),000k\"}\n" }.joined()
    let fixing = fixed(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\nladder:\n  renditions:\n\(lines)"))
    let text = String(decoding: fixing.texts[0].input.bytes, as: UTF8.self)
    #expect(fixing.texts[0].made.count == 400 && !text.contains(",000k"), "\(fixing.texts[0].made.count) \(fixing.unmade.count)")
  }
}
