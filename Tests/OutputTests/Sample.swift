import RungOutput
import RungSource
import RungTestSupport

/// One finding at the first mark of a text; notes stand at the others.
struct Sample {
  static let rule = RuleInfo(
    "made-up", family: "test", severity: .error, summary: "", why: "", bad: [], good: [])

  var sources = SourceMap()
  var report = Report()
  let id: FileID
  let ranges: [Range<Int>]

  init(_ marked: String, name: String = "main.yaml") {
    let text = MarkedText(marked)
    id = sources.add(SourceFile(name: name, bytes: Array(text.text.utf8)))
    ranges = text.ranges
  }

  func span(_ number: Int) -> SourceSpan { SourceSpan(file: id, lower: ranges[number].lowerBound, upper: ranges[number].upperBound) }

  mutating func flag(
    _ message: Message = "it is wrong", notes: [MessageNote] = [], help: Help? = nil, fix: FixIt? = nil, citation: Citation? = nil
  ) {
    report.flag(Self.rule, SourcePlace(span(0)), message, notes: notes, help: help, fix: fix, citation: citation)
  }

  func text(_ style: TextStyle = .plain) -> String {
    let writer = TextDiagnostics(sources: sources, secrets: report.secrets, style: style)
    return report.diagnostics.map { writer.text($0) }.joined(separator: "\n")
  }

  /// The source line and the carets under it.
  static func snippet(_ marked: String, _ style: TextStyle = .plain) -> [String] {
    var sample = Sample(marked)
    sample.flag()
    return sample.text(style).split(separator: "\n", omittingEmptySubsequences: false)[3...4].map(String.init)
  }
}
