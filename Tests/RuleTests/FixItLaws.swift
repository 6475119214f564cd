import Rung
import RungSource
import RungTestSupport
import Testing

/// Safe fix-its converge, and leave a text that reads with no error that was not there before.
@Suite struct FixItLaws {
  @Test("safe fix-its, applied again and again, come to an end", arguments: Depth.some([Disguise.asWritten, .json, .lineEndings], quick: 1))
  func converge(_ disguise: Disguise) {
    for rule in allRules {
      for example in rule.bad {
        guard let worn = disguise.worn(by: MarkedText(example.text).text, mark: nil) else { continue }
        settle(worn.text, { fix in fix.degree == .safe }, rule, example)
      }
    }
  }

  @Test("so do those that choose for the author")
  func convergeUnsafe() {
    for rule in allRules {
      for example in rule.bad { settle(MarkedText(example.text).text, { _ in true }, rule, example) }
    }
  }

  private func settle(_ start: String, _ takes: (FixIt) -> Bool, _ rule: RuleInfo, _ example: Example) {
    var text = start
    var analysis = ExampleTests.analyse(text, example)
    let before = Set(analysis.diagnostics.filter { $0.severity == .error }.map(\.id.rawValue))
    for _ in 0..<12 {
      let fixes = analysis.diagnostics.compactMap { $0.fixIts.first(where: takes) }
      guard !fixes.isEmpty else { return }
      let next = FixItApplication.apply(Self.withoutOverlap(fixes), to: text)
      guard next != text else {
        Issue.record("\(rule.id): a fix-it changes nothing in:\n\(text)", sourceLocation: example.sourceLocation)
        return
      }
      text = next
      analysis = ExampleTests.analyse(text, example)
      for finding in analysis.diagnostics where finding.severity == .error && fixes.allSatisfy({ $0.degree == .safe }) {
        #expect(
          before.contains(finding.id.rawValue) || Self.wasHidden(before), "\(rule.id): a safe fix-it brings \(finding.id): \(finding.message)\n\(text)",
          sourceLocation: example.sourceLocation)
      }
    }
    Issue.record("\(rule.id): fix-its do not come to an end:\n\(text)", sourceLocation: example.sourceLocation)
  }

  /// Behind a text that could not be read at all, or a value that was absent, a mended one shows more.
  private static func wasHidden(_ before: Set<String>) -> Bool {
    before.contains { $0.hasPrefix("yaml/") || $0.hasPrefix("json/") || $0.hasPrefix("source/") || $0.hasPrefix("spec/") }
  }

  private static func withoutOverlap(_ fixes: [FixIt]) -> [FixIt] {
    var taken: [SourceSpan] = []
    return fixes.filter { fix in
      let spans = fix.edits.map(\.span)
      let isFree = spans.allSatisfy { span in
        taken.allSatisfy { span.upper <= $0.lower && span != $0 || $0.upper <= span.lower && span != $0 }
      }
      if isFree { taken += spans }
      return isFree
    }
  }
}
