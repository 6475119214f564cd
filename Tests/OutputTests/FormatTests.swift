import Rung
import RungOutput
import RungReading
import RungSource
import RungTestSupport
import Testing

/// All formats at once, judged from outside by `formats.py`.
@Suite struct FormatTests {
  // MARK: Everything that is found anywhere

  @Test("of every rule's bad examples", .enabled(if: Judge.present(.jsonschema)))
  func examples() throws {
    var analyses: [Analysis] = []
    for rule in Rung.allRules {
      for example in rule.bad {
        let text = MarkedText(example.text).text
        let name = "\(rule.id)/\(example.line)-\(analyses.count)\(Self.isJSON(text) ? ".json" : ".yaml")"
        analyses.append(try Self.analyse(example, text, name))
      }
    }
    #expect(analyses.count > 400)
    try Self.judge(analyses)
  }

  @Test("of every golden", .enabled(if: Judge.present(.jsonschema)))
  func goldens() throws {
    let analyses = GoldenCase.all.flatMap { golden in golden.specs.map { (golden, $0) } }.map { golden, spec in
      check(SourceInput(name: "\(golden.folder)/\(spec)", bytes: golden.bytes(of: spec) ?? []), loader: Self.loader)
    }
    try Self.judge(analyses)
  }

  @Test("of texts and names that are hard to count in or to quote", .enabled(if: Judge.present(.jsonschema)))
  func odd() throws {
    let text = "# 😀 é\nrung: 1\nname: \"a\u{301}😀\"\ntargets: {\"😀😀\": {}, tenbite: {}}\nladder: {preset: tenbyte-balancd}\nlabels: [😀, 1]\n"
    let names = ["a b.yaml", "\"a\" 'b'.yaml", "50%,x:y=z.yaml", "grüße/視聴.yaml", "a\nb.yaml", "]]>&<a>.yaml", "#1?.yaml", "::error::x.yaml", "##[x].yaml", "-.yaml"]
    var analyses = names.map { check(SourceInput(name: $0, text: text)) }
    for (number, (old, new)) in [("\n", "\r\n"), ("\n", "\r"), ("# ", "\u{FEFF}# "), ("labels: ", "labels:\t"), ("{}, ", "{},\t\t")].enumerated() {
      analyses.append(check(SourceInput(name: "text-\(number).yaml", text: text.replacingExactly(old, with: new))))
    }
    analyses.append(check(SourceInput(name: "malformed.yaml", bytes: Array("rung: 1\nname: ".utf8) + [0xC3, 0x28, 0xFF] + Array("\n".utf8))))
    analyses.append(check(SourceInput(name: "empty.yaml", bytes: [])))
    analyses.append(check(SourceInput(name: "preset.yaml", text: "rung: 1\nname: a\ntargets: [tenbyte]\nladder: {preset: apple-hevc}\n")))
    try Self.judge(analyses)
    try Self.judge(analyses, suppressing: [Suppression(.inSource, reason: "ticket [4711](a)\n😀", at: SourceSpan(file: FileID(index: 0), lower: 0, upper: 9)), Suppression(.baseline), Suppression(.configured)])
  }

  @Test("of nothing", .enabled(if: Judge.present(.jsonschema)))
  func nothing() throws {
    try Self.judge([])
    let clean = check(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\ntargets: [obs]\n"))
    try Self.judge([clean], least: .error)
  }

  // MARK: One by one

  private static let wrong = "rung: 1\nname: a\ntargets: {tenbite: {}}\nladder: {preset: tenbyte-balancd}\n"

  private static func document(_ format: FindingsFormat, paths: RepositoryPaths = .asGiven, _ text: String = wrong, name: String = "a.yaml") -> String {
    var document = FindingsDocument([.init(format)], paths: paths)
    return document.add(check(SourceInput(name: name, text: text))) + document.rest
  }

  @Test("a fingerprint stays when lines move, and tells equal findings apart")
  func fingerprints() throws {
    func prints(_ text: String) -> [String] {
      Self.document(.gitlab, text).matches(of: /"fingerprint":"([0-9a-f]+)"/).map { String($0.1) }
    }
    let before = prints(Self.wrong)
    #expect(before.count == 2)
    #expect(prints("# a line\n\n" + Self.wrong) == before)
    let twice = prints("rung: 1\nname: a\ntargets: [obs]\nladder: {renditions: [{name: a, fpps: 1}, {name: b, fpps: 1}]}\n")
    #expect(twice.count >= 2 && Set(twice).count == twice.count)
  }

  @Test("SARIF has what is suppressed, with what suppresses it; other formats count it or leave it out", arguments: FindingsFormat.allCases)
  func suppressed(_ format: FindingsFormat) throws {
    let analysis = check(SourceInput(name: "a.yaml", text: Self.wrong))
    let found = analysis.diagnostics
    let comment = SourceSpan(file: FileID(index: 0), lower: 0, upper: 4)
    let allowed = Suppression(.inSource, reason: "ticket 4711", at: comment)
    func document(_ showsSuppressed: Bool) -> (text: String, errors: Int) {
      var document = FindingsDocument([.init(format)], showsSuppressed: showsSuppressed)
      let start = document.add(analysis, only: Array(found.dropFirst()), suppressed: [(found[0], allowed)])
      #expect(document.suppressed == 1 && document.errors == found.count - 1 && document.summary.contains("1 suppressed"))
      return (start + document.rest, document.errors)
    }
    let text = document(true).text
    #expect(text.contains("tenbite") == (format == .sarif), "\(text)")
    if format == .sarif {
      #expect(text.contains(#""suppressions":[{"kind":"inSource","status":"accepted","justification":"ticket 4711","location":"#), "\(text)")
      #expect(!document(false).text.contains("tenbite"))
    }
    if format == .json || format == .jsonl { #expect(text.contains(#/"suppressed": ?1/#), "\(text)") }
    // Nothing else is left: a file with allowed findings only is clean.
    var clean = FindingsDocument([.init(.junit)])
    _ = clean.add(analysis, only: [], suppressed: found.map { ($0, allowed) })
    #expect(clean.rest.contains("<testcase name=\"rung check\" classname=\"a.yaml\"/>"))
  }

  @Test("what fails the run is a failure in JUnit, and what does not passes")
  func strict() {
    let analysis = check(SourceInput(name: "a.yaml", text: "rung: 1\nname: a\n"))
    for (isStrict, failures) in [(false, 0), (true, 1)] {
      var document = FindingsDocument([.init(.junit)], isStrict: isStrict)
      #expect(document.add(analysis) == "")
      let text = document.rest
      #expect(text.contains("tests=\"1\" failures=\"\(failures)\" errors=\"0\"") && text.contains("<system-out>") == !isStrict, "\(text)")
    }
  }

  @Test("a place outside of the repository is where the repository leads there, or the whole path")
  func outside() throws {
    let paths = RepositoryPaths(from: "/srv/repo/channels", root: "/srv/repo")
    let loader = Loader { path, _ in .file(SourceInput(name: path, text: "rung: 1\nbase: true\nladder: {preset: tenbyte-balancd}\n")) }
    let main = "rung: 1\nname: a\ntargets: [obs]\nextends: /elsewhere/base.yaml\n"
    func document(_ format: FindingsFormat, _ name: String) -> String {
      var document = FindingsDocument([.init(format)], paths: paths)
      return document.add(check(SourceInput(name: name, text: main), loader: loader)) + document.rest
    }
    for format in [FindingsFormat.sarif, .gitlab, .github] {
      let inside = document(format, "../channels/./a.yaml")
      #expect(inside.contains("channels/a.yaml") && !inside.contains("\"uri\":\"/") && inside.contains("(/elsewhere/base.yaml:3:18)"), "\(inside)")
      let outside = document(format, "../../a.yaml")
      #expect(outside.contains("/srv/a.yaml") || outside.contains("/elsewhere/base.yaml"), "\(outside)")
    }
    #expect(document(.sarif, "../../a.yaml").contains("\"uri\":\"file:///"))
    #expect(Self.document(.github, name: "<stdin>").hasPrefix("::error title="))
  }

  @Test("secrets are in no format", arguments: FindingsFormat.allCases)
  func secrets(_ format: FindingsFormat) {
    let text = "rung: 1\nname: a\ntargets: [obs]\ningest: {token: sk-live-4f9a8b7c6d5e4f3a2b1c, protocols: [rtmp, sk-live-4f9a8b7c6d5e4f3a2b1c]}\nwebhook: \"https://u:hunter2hunter2@h.example\"\n"
    for least in Severity.allCases {
      let text = check(SourceInput(name: "a.yaml", text: text)).rendered(as: format, from: least)
      #expect(!text.contains("4f9a8b7c6d5e4f3a2b1c") && !text.contains("hunter2hunter2"), "\(text)")
    }
  }

  @Test("no gzip makes more of a text than the bound says", .enabled(if: Judge.present(.jsonschema)))
  func bound() throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    var random = SplitMix(seed: 7)
    let noise = String((0..<20_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 32...126, using: &random))) })
    let texts = ["", "a", String(repeating: "abc ", count: 90_000), Self.document(.sarif), noise, noise + noise, try #require(Repository.text("README.md")), "é😀" + noise]
    for text in texts {
      var bound = DeflateBound()
      // In parts as the results are.
      for part in text.split(separator: "\n", omittingEmptySubsequences: false) { bound.add(String(part) + "\n") }
      #expect(Repository.write(text + "\n", to: "\(folder)/text"))
      let size = try #require(Int(Repository.shell("gzip -6 -n < '\(folder)/text' | wc -c").output.split(separator: "\n").first ?? ""))
      #expect(size <= bound.bytes && bound.bytes <= max(2 * size, text.utf8.count * 9 / 8 + 64), "\(size), and the bound is \(bound.bytes)")
    }
  }

  @Test("no more than 10 MB by gzip: the most severe are kept, and the rest is said")
  func largest() throws {
    var random = SplitMix(seed: 11)
    var sample = Sample("⟦a⟧: b\n")
    sample.flag()
    let finding = try #require(sample.report.diagnostics.first)
    var document = SARIFFindings(from: .note, .asGiven, version: "1.0.0", showsSuppressed: true) { _ in nil }
    // Messages without a pattern, 1 kB each.
    let findings = (0..<12_000).map { number in
      var one = finding
      one.severity = number % 3 == 0 ? .error : .note
      one.message = String((0..<1000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &random))) })
      return SettledFinding(one)
    }
    _ = document.add(FoundInText(names: ["main.yaml"], findings, sources: sample.sources, secrets: []))
    let text = document.end(Counts())
    #expect(text.utf8.count < 17_000_000 && text.utf8.count > 9_000_000, "\(text.utf8.count)")
    #expect(text.ranges(of: "\"level\":\"error\",\"message\"").count == 4000)
    #expect(document.remarks.count == 2 && document.remarks[1].hasSuffix("findings left out: GitHub takes 10 MB of compressed SARIF"), "\(document.remarks)")
  }

  // MARK: The judge

  private static let loader = Loader { path, from in
    let parts = (from.split(separator: "/").dropLast() + path.split(separator: "/")).filter { $0 != "." }
    let name = parts.joined(separator: "/")
    return Repository.bytes(name).map { .file(SourceInput(name: name, bytes: $0)) } ?? .refused("does not exist")
  }

  private static func isJSON(_ text: String) -> Bool { text.first { !$0.isWhitespace } == "{" || text.first == "[" }

  private static func analyse(_ example: Example, _ text: String, _ name: String) throws -> Analysis {
    let input = SourceInput(name: name, text: text)
    if case .verified(let spec) = example.use { return DeliveredExample(example.text, of: spec).analysis(in: "\(name)/") }
    if example.use == .configuration { return Configuration.read(input).analysis }
    guard let request = example.request else {
      return example.use == .compared ? diff(DiffInput(input), DiffInput(input)).old : check(input)
    }
    let name = try RequestName.parse(request).get()
    return switch example.use {
    case .checked, .compared, .configuration, .verified: check(input, as: name)
    case .imported: importBodies([input], from: name).analysis
    case .converted(let provider): convert([input], from: name, to: TargetID(rawValue: provider)).analysis
    }
  }

  /// Writes the sources and every format into a folder, and has them judged.
  private static func judge(_ analyses: [Analysis], least: Severity = .note, suppressing suppressions: [Suppression] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    _ = Repository.shell("mkdir '\(folder)/sources' '\(folder)/outputs'")
    let formats = FindingsFormat.allCases
    var document = FindingsDocument(formats.map { .init($0, from: $0 == .jsonl || $0 == .json ? .note : least) })
    var texts = formats.map { _ in "" }
    for analysis in analyses {
      let found = analysis.diagnostics
      let suppressed = zip(found, suppressions).map { ($0, $1) }
      texts[0] += document.add(analysis, only: Array(found.dropFirst(suppressed.count)), suppressed: suppressed)
      for file in analysis.sources.files where !file.name.isEmpty {
        let path = "\(folder)/sources/\(file.name)"
        let directory = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
        _ = Repository.shell("mkdir -p '\(directory.replacingExactly("'", with: "'\\''"))'")
        #expect(Repository.write(file.bytes, to: path), "\(path)")
      }
    }
    var remarks = ""
    for (index, ending) in document.end().enumerated() {
      texts[index] += ending.text
      #expect(Repository.write(texts[index], to: "\(folder)/outputs/\(formats[index].rawValue)"))
      for remark in ending.remarks { remarks += "\(formats[index].rawValue): \(remark)\n" }
    }
    #expect(Repository.write(remarks, to: "\(folder)/outputs/stderr"))
    let result = Repository.shell("'\(Judge.python)' Tests/OutputTests/formats.py '\(folder)/sources' '\(folder)/outputs' \(least.name)")
    #expect(result.status == 0, "\(result.output.prefix(4000))", sourceLocation: sourceLocation)
  }
}
