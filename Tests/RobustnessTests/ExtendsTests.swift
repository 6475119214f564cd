import Rung
import RungSource
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
