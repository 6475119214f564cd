import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// What is no base is said, where it is named.
@Suite struct ExtendsTests {
  private static let spec = "rung: 1\nname: news\ntargets: [tenbyte]\n"

  /// The ids of errors at the marked places, and of all others.
  private static func errors(_ text: String, _ files: [String: String] = [:]) -> (at: [String], elsewhere: [String]) {
    let marked = MarkedText(text)
    let analysis = check(SourceInput(name: "spec.yaml", text: marked.text), loader: .memory(files))
    let errors = analysis.diagnostics.filter { $0.severity == .error && !$0.id.rawValue.hasPrefix("tenbyte/") }
    let isMarked = { (finding: Diagnostic) in
      finding.span.file.index == 0 && marked.ranges.contains(Int(finding.span.lower)..<Int(finding.span.upper))
    }
    return (errors.filter(isMarked).map(\.id.rawValue), errors.filter { !isMarked($0) }.map { "\($0.id): \($0.message)" })
  }

  @Test(
    "what `extends` cannot be",
    arguments: [
      "extends: ⟦{file: base.yaml}⟧\n", "extends: ⟦null⟧\n", "extends: ⟦5⟧\n", "extends: ⟦1.5⟧\n", "extends: ⟦true⟧\n", "extends: ⟦[]⟧\n", "extends: ⟦{}⟧\n",
      "extends: ⟦\"\"⟧\n", "extends: [base.yaml, ⟦{file: base.yaml}⟧]\n", "extends: [⟦[base.yaml]⟧]\n", "extends: [⟦5⟧]\n", "extends: [⟦~⟧]\n", "extends: [⟦''⟧]\n",
      "extends: ⟦\"base.yaml\\0zzz\"⟧\n", "extends: [⟦\"\\0\"⟧]\n",
    ])
  func shapes(_ text: String) {
    let found = Self.errors(Self.spec + text, ["base.yaml": "base: true\nlabels: {a: b}\n"])
    #expect(found.at == ["spec/wrong-type"])
    #expect(found.elsewhere == [])
  }

  @Test("what a base cannot be", arguments: ["[a, b]\n", "text\n", "5\n", "~\n", "null\n", "\"\"\n", "[]\n", "true\n"])
  func bases(_ base: String) {
    for (name, files) in [
      ("base.yaml", ["base.yaml": base]), ("base.json", ["base.json": base == "text\n" || base == "~\n" ? "\"text\"" : base == "[a, b]\n" ? "[1]" : base]),
    ] {
      let found = Self.errors(Self.spec + "extends: ⟦\(name)⟧\n", files)
      #expect(found.at == ["spec/base-not-readable"], "\(name)")
      #expect(found.elsewhere == [], "\(name)")
    }
    // A base of a base, and each of several streams: said where each names it.
    let below = Self.errors(Self.spec + "extends: middle.yaml\n", ["middle.yaml": "extends: base.yaml\n", "base.yaml": base])
    #expect(below.elsewhere.count == 1 && below.elsewhere[0].hasPrefix("spec/base-not-readable"))
    let twice = Self.errors("\(Self.spec)extends: ⟦base.yaml⟧\n---\n\(Self.spec)extends: ⟦base.yaml⟧\n", ["base.yaml": base])
    #expect(twice.at == ["spec/base-not-readable", "spec/base-not-readable"])
  }

  @Test("what a stream seems to lack without its base is not told, and what is wrong in it is")
  func follows() {
    func ids(_ text: String, _ files: [String: String] = [:]) -> [String] {
      check(SourceInput(name: "spec.yaml", text: text), loader: .memory(files)).diagnostics.map(\.id.rawValue)
    }
    let cases: [(String, [String: String])] = [
      ("extends: gone.yaml\n", [:]), ("rung: 1\nextends: gone.yaml\nladder: {drop: [720p]}\n", [:]), ("extends: [base.yaml, gone.yaml]\n", ["base.yaml": "base: true\nlabels: {a: b}\n"]),
      ("extends: base.yaml\n", ["base.yaml": "base: true\nextends: gone.yaml\n"]), ("extends: base.yaml\n", ["base.yaml": "- a\n"]),
      (Self.spec + "extends: gone.yaml\n", [:]),
    ]
    for (text, files) in cases { #expect(ids(text, files) == ["spec/base-not-readable"], "\(text)") }
    #expect(ids("extends: {}\n") == ["spec/wrong-type"])
    #expect(ids("extends: base.yaml\n", ["base.yaml": "a: [\n"]) == ["yaml/syntax"])
    // Its own values are read, and other streams judged.
    #expect(ids("extends: gone.yaml\nlow_latency: 5\ntargets: [tenbite]\n") == ["spec/base-not-readable", "spec/wrong-type", "spec/unknown-target"])
    #expect(ids("extends: gone.yaml\n---\nrung: 1\nname: news\n") == ["spec/base-not-readable", "spec/no-target"])
    let compared = diff(DiffInput(SourceInput(name: "old.yaml", text: "extends: gone.yaml\n")), DiffInput(SourceInput(name: "new.yaml", text: Self.spec)))
    #expect(compared.old.diagnostics.map(\.id) == ["spec/base-not-readable"] && compared.streams.isEmpty && compared.oldState == .hasErrors)
  }

  @Test("an empty base is an error", arguments: ["", "# nothing\n", "---\n", " \n"])
  func empty(_ base: String) {
    #expect(Self.errors(Self.spec + "extends: base.yaml\n", ["base.yaml": base]).elsewhere == ["source/empty: the file holds no stream"])
  }

  // MARK: Null

  private static func found(_ text: String, _ files: [String: String] = [:]) -> [Diagnostic] {
    check(SourceInput(name: "spec.yaml", text: text), loader: .memory(files)).diagnostics.filter { $0.severity > .note }
  }

  /// `{a: {b: value}}` for `a.b`.
  private static func nested(_ path: String, _ value: String) -> String {
    let keys = path.split(separator: ".")
    return keys.map { "\($0): " }.joined(separator: "{") + value + String(repeating: "}", count: keys.count - 1) + "\n"
  }

  /// Every key of a spec and of each target's options that may be absent and is in no list.
  private static let optional: [String] = {
    var paths: [String] = []
    func add(_ schema: ObjectSchema, under path: String) {
      for field in schema.properties where !["extends", "base"].contains(field.key) {
        let own = path.isEmpty ? field.key : "\(path).\(field.key)"
        if !field.required { paths.append(own) }
        if case .object(let part) = field.schema { add(part, under: own) }
      }
    }
    add(Spec.shape.schema, under: "")
    for target in Targets.all { add(target.optionsSchema, under: "targets.\(target.id)") }
    return paths + Targets.ids.map { "targets.\($0)" } + ["labels.team"]
  }()

  @Test("null is no value and no fault in a base, beside a base that is missing, and where a base sets nothing")
  func nulls() {
    let whole = "base: true\nlabels: {a: b}\n"
    #expect(Self.optional.count > 150)
    for path in Self.optional {
      let null = Self.nested(path, "null")
      #expect(Self.found("base: true\n" + null).isEmpty, "\(path)")
      #expect(Self.found("rung: 1\nname: news\nextends: gone.yaml\n" + null).map(\.id.rawValue) == ["spec/base-not-readable"], "\(path)")
      let idle = Self.found("rung: 1\nname: news\nextends: base.yaml\n" + null, ["base.yaml": whole])
      #expect(!idle.contains { ["spec/wrong-type", "spec/not-one-of", "spec/unknown-preset", "spec/unknown-key"].contains($0.id.rawValue) }, "\(path): \(idle.map(\.message))")
      // Without a base it is no value.
      #expect(path.hasSuffix(".extra") || Self.found("rung: 1\nname: news\n" + null).contains { $0.id.rawValue == "spec/wrong-type" && $0.help != nil }, "\(path)")
    }
    // A key that no spec has is one all the same.
    #expect(Self.found("rung: 1\nname: news\nextends: base.yaml\nrecroding: null\n", ["base.yaml": whole]).map(\.id.rawValue).contains("spec/unknown-key"))
    #expect(Self.found("base: true\ntargets: {tenbite: null}\n").map(\.id.rawValue) == ["spec/unknown-target"])
    #expect(Self.found(Self.spec + "ladder: {preset: ~}\n").count { $0.id.rawValue.hasPrefix("spec/") } == 1)
  }

  @Test("a base that removes does so for every base before it")
  func removingBase() {
    func bodies(_ files: [String: String]) -> String {
      let text = "rung: 1\nname: news\nextends: [n1.yaml, n2.yaml]\n"
      let analysis = compile(SourceInput(name: "spec.yaml", text: text), loader: .memory(files))
      return analysis.streams.flatMap(\.plans).flatMap { $0.steps.compactMap { try? $0.bodyText } }.joined()
    }
    let first = "base: true\ntargets: {tenbyte: {region: a}, qencode: {}}\nwebhook: https://h.example.com/a\nladder: {preset: tenbyte-balanced, defaults: {gop: 50}}\n"
    #expect(bodies(["n1.yaml": first, "n2.yaml": "base: true\n"]).contains("h.example.com"))
    for (n0, n2) in [("", ""), ("webhook: https://h.example.com/b\n", ""), ("targets: {mkio: {project: b}}\n", "")] {
      let removed = bodies(["n1.yaml": first, "n0.yaml": "base: true\nlabels: {a: b}\n" + n0, "n2.yaml": "base: true\nextends: n0.yaml\nwebhook: null\ntargets: {qencode: null}\n" + n2])
      #expect(!removed.contains("h.example.com") && !removed.contains("playback_ids") && removed.contains("\"gop\": 50"), "\(removed)")
    }
    // A null is not the other form of a GOP.
    let kept = bodies(["n1.yaml": first, "n2.yaml": "base: true\nladder: {defaults: {keyframe_interval: null}}\n"])
    #expect(kept.contains("\"gop\": 50"), "\(kept)")
  }

  @Test("what is missing because it was removed is told where it was removed", arguments: [
    ("targets: ⟦null⟧\n", "spec/no-target"), ("ingest: ⟦null⟧\n", "tenbyte/ingest-missing"), ("packaging: ⟦~⟧\n", "tenbyte/packaging-missing"), ("packaging: {hls: ⟦null⟧}\n", "tenbyte/packaging-missing"),
    ("ladder: ⟦null⟧\n", "tenbyte/ladder-missing"), ("ingest: {protocols: ⟦null⟧}\n", "tenbyte/push-protocols-missing"), ("targets: {tenbyte: {overrides: {ingest: ⟦null⟧}}}\n", "tenbyte/ingest-missing"),
  ])
  func removals(_ text: String, _ id: String) {
    let base = "base: true\ntargets: {tenbyte: {region: a}}\ningest: {mode: push, protocols: [rtmp]}\nladder: {preset: tenbyte-balanced}\npackaging: {hls: {segment_format: mpegts}}\n"
    let marked = MarkedText("rung: 1\nname: news\nextends: base.yaml\n" + text)
    let finding = Self.found(marked.text, ["base.yaml": base]).first { $0.id.rawValue == id }
    #expect(finding?.span.file.index == 0 && finding.map { Int($0.span.lower)..<Int($0.span.upper) } == marked.ranges.first, "\(finding?.message ?? "none")")
    // Where a base removes it, there.
    let below = Self.found("rung: 1\nname: news\nextends: [base.yaml, less.yaml]\n", ["base.yaml": base, "less.yaml": "base: true\n" + MarkedText(text).text]).first { $0.id.rawValue == id }
    #expect(text.contains("overrides") || below?.span.file.index == 2, "\(below?.message ?? "none")")
  }

  @Test("a key without a value beside a base is told how to remove the value of the base", arguments: [
    "webhook:", "recording:", "low_latency:", "labels:", "simulcast:", "ladder: {drop: }", "ladder: {preset: }", "ladder: {defaults: {crf: }}", "ladder: {defaults: {level: }}", "targets:", "ingest: {video: {bitrate: }}",
  ])
  func blank(_ text: String) {
    let found = Self.found("rung: 1\nname: news\nextends: base.yaml\n\(text)\n", ["base.yaml": "base: true\nlabels: {a: b}\n"]).filter { $0.severity == .error }
    #expect(found.map(\.id.rawValue) == ["spec/wrong-type"] && found[0].help?.contains("write `null` to remove what a base sets") == true, "\(found.map(\.message))")
  }

  @Test("names in other places: presets, packs, targets, renditions to drop")
  func names() {
    for (text, ids) in [
      ("ladder: {preset: ⟦[tenbyte-balanced]⟧}\n", ["spec/wrong-type"]), ("ladder: {preset: ⟦{}⟧}\n", ["spec/wrong-type"]),
      ("ladder: {drop: [⟦480p⟧]}\n", ["spec/drop-of-unknown"]), ("ladder: {preset: tenbyte-balanced, drop: [⟦480⟧, ⟦~⟧, ⟦{a: b}⟧]}\n", ["spec/wrong-type", "spec/wrong-type", "spec/wrong-type"]),
      ("ladder: {preset: tenbyte-balanced, drop: ⟦480p⟧}\n", ["spec/wrong-type"]), ("packs: ⟦apple-hls⟧\n", ["spec/wrong-type"]), ("packs: [⟦~⟧, ⟦[]⟧]\n", ["spec/wrong-type", "spec/wrong-type"]),
    ] {
      let found = Self.errors(Self.spec + text)
      #expect(found.at == ids, "\(text)")
      #expect(found.elsewhere == [], "\(text)")
    }
    for (targets, id) in [("⟦[]⟧", "spec/no-target"), ("⟦{}⟧", "spec/no-target"), ("⟦5⟧", "spec/wrong-type"), ("[⟦5⟧]", "spec/wrong-type"), ("[⟦[tenbyte]⟧]", "spec/wrong-type")] {
      let marked = MarkedText("rung: 1\nname: news\ntargets: \(targets)\n")
      let found = check(SourceInput(name: "spec.yaml", text: marked.text)).diagnostics
      #expect(found.contains { $0.id.rawValue == id && Int($0.span.lower)..<Int($0.span.upper) == marked.ranges.first }, "\(targets): \(found.map(\.id))")
    }
  }
}
