import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// What the specs of Tests/Golden come to, beside what was recorded. `RECORD=1 swift test --filter GoldenTests` writes what
/// differs, and fails: a recording is read before it is believed.
@Suite struct GoldenTests {
  @Test("every case comes to what was recorded")
  func recorded() {
    #expect(!GoldenCase.all.isEmpty, "Tests/Golden holds no case")
    let isRecording = Repository.variable("RECORD") != nil
    for golden in GoldenCase.all {
      var expected: Set<String> = []
      for spec in golden.specs {
        for (name, text) in golden.results(of: spec) {
          expected.insert(name)
          guard let difference = Self.difference(text, Repository.text("\(golden.folder)/\(name)"), name) else { continue }
          if isRecording { _ = Repository.write(text, to: "\(golden.folder)/\(name)") }
          Issue.record("\(golden)/\(name) (of \(spec)): \(difference)\(isRecording ? "; recorded: read it before you commit it" : "")")
        }
      }
      for name in Repository.names(in: golden.folder) where Self.isResult(name) && !expected.contains(name) {
        Issue.record("\(golden)/\(name) is made by no spec any more; delete it")
      }
    }
  }

  @Test("the same input gives the same bytes")
  func deterministic() {
    for golden in GoldenCase.all {
      for spec in golden.specs {
        let first = golden.results(of: spec)
        for _ in 0..<3 { #expect(golden.results(of: spec) == first, "\(golden)/\(spec)") }
      }
    }
  }

  @Test("a check finds what a compilation finds")
  func checked() {
    for golden in GoldenCase.all {
      for spec in golden.specs {
        let input = SourceInput(name: spec, bytes: golden.bytes(of: spec) ?? [])
        let found = check(input, loader: golden.loader).diagnostics.map(Self.line)
        #expect(found == compile(input, loader: golden.loader).diagnostics.map(Self.line), "\(golden)/\(spec)")
      }
    }
    for example in Depth.some(allRules.flatMap { $0.bad + $0.good }, quick: 60) {
      let input = SourceInput(name: "example", text: MarkedText(example.text).text)
      #expect(check(input).diagnostics.map(Self.line) == compile(input).diagnostics.map(Self.line), "\(example.text)")
    }
  }

  private static func line(_ finding: Diagnostic) -> String {
    "\(finding.id) \(finding.severity) \(finding.span.lower)..<\(finding.span.upper) \(finding.message) \(finding.notes) \(finding.help ?? "")"
  }

  @Test("bodies are JSON to the strict judge, and say what was compiled")
  func parsed() throws {
    for golden in GoldenCase.all {
      for spec in golden.specs {
        for step in golden.compiled(spec).streams.flatMap(\.plans).flatMap(\.steps) {
          guard let body = step.node else { continue }
          let text = try JSONWriter.text(body)
          var report = Report()
          let file = SourceFile(name: "body.json", bytes: Array(text.utf8))
          let read = Reader.read(file, id: FileID(index: 0), format: .json, into: &report).first
          #expect(report.diagnostics.isEmpty, "\(golden)/\(spec): \(report.diagnostics.map(\.message))")
          #expect(read.flatMap { $0.firstDifference(from: body) } == nil, "\(golden)/\(spec), \(step.id)")
        }
      }
    }
  }

  private static func isResult(_ name: String) -> Bool {
    (name.hasSuffix(".json") && !GoldenCase.isSpec(name)) || name.hasSuffix("findings.txt") || name.hasSuffix("requests.txt") || name.hasSuffix("setup.txt")
  }

  /// Bodies are compared value by value, so that one copied from a provider's documents can stand there as it was printed.
  private static func difference(_ text: String, _ recorded: String?, _ name: String) -> String? {
    guard let recorded else { return "not recorded yet; see it with RECORD=1" }
    if text == recorded { return nil }
    guard name.hasSuffix(".json") else {
      let (new, old) = (text.split(separator: "\n"), recorded.split(separator: "\n"))
      let added = new.filter { !old.contains($0) }.map { "+ \($0)" }
      let gone = old.filter { !new.contains($0) }.map { "- \($0)" }
      return (["differs from what was recorded:"] + gone + added).joined(separator: "\n")
    }
    guard let now = Disguise.tree(text) else { return "what was compiled does not read" }
    guard let before = Disguise.tree(recorded) else { return "what was recorded does not read" }
    return now.firstDifference(from: before).map { "compiled against recorded: \($0)" }
  }
}
