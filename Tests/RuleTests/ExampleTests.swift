import Rung
import RungSource
import RungTestSupport
import Testing

/// The examples of a rule are its tests: a bad one is found at its mark and mended as it says, a good one is not found.
@Suite struct ExampleTests {
  static let rules = Rung.allRules

  @Test("bad examples", arguments: rules.indices)
  func bad(_ index: Int) {
    let rule = Self.rules[index]
    for example in rule.bad {
      let where_ = Self.location(example)
      let marked = MarkedText(example.text)
      guard let range = marked.ranges.first, marked.ranges.count == 1 else {
        Issue.record("\(rule.id): a bad example has exactly one ⟦mark⟧", sourceLocation: where_)
        continue
      }
      let analysis = Self.analyse(marked.text)
      let found = analysis.diagnostics.filter { Self.isOf(rule, $0.id) }
      guard let hit = found.first(where: { Int($0.span.lower) == range.lowerBound && Int($0.span.upper) == range.upperBound })
      else {
        let spans = found.map { "\($0.span.lower)..<\($0.span.upper)" }
        let others = analysis.diagnostics.map { "\($0.id) at \($0.span.lower)..<\($0.span.upper): \($0.message)" }
        Issue.record(
          "\(rule.id) not found at \(range); found at \(spans); all: \(others.joined(separator: "\n"))",
          sourceLocation: where_)
        continue
      }
      if let mended = example.mended {
        #expect(FixItApplication.apply(hit.fixIts, to: marked.text) == mended, "\(rule.id)", sourceLocation: where_)
        let after = Self.analyse(mended).diagnostics.filter { Self.isOf(rule, $0.id) }
        #expect(after.isEmpty, "\(rule.id) still found after its fix-it: \(after.map(\.message))", sourceLocation: where_)
      }
    }
  }

  @Test("good examples", arguments: rules.indices)
  func good(_ index: Int) {
    let rule = Self.rules[index]
    for example in rule.good {
      let found = Self.analyse(example.text).diagnostics.filter { Self.isOf(rule, $0.id) }
      #expect(found.isEmpty, "\(rule.id): \(found.map(\.message))", sourceLocation: Self.location(example))
    }
  }

  static func analyse(_ text: String) -> Analysis { compile(Input(name: "example", text: text)) }

  /// A shared rule speaks under the name of whichever provider's limit was crossed.
  static func isOf(_ rule: RuleInfo, _ id: String) -> Bool {
    rule.family == nil ? id.hasSuffix("/\(rule.name)") : id == rule.id
  }

  static func location(_ example: Example) -> SourceLocation {
    SourceLocation(fileID: example.fileID, filePath: example.fileID, line: example.line, column: 1)
  }
}
