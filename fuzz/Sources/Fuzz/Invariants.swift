import Rung
import RungSource

/// What holds of everything that Rung says of any text. A breach ends the program, and libFuzzer keeps the text.
enum Invariants {
  static func hold(_ condition: Bool, _ breach: @autoclosure () -> String) {
    if !condition { fatalError(breach()) }
  }

  /// Of findings: places inside their files, fixes that can be applied, no secret in what is printed.
  static func hold(of analysis: Analysis, in formats: [FindingsFormat] = FindingsFormat.allCases) {
    for finding in analysis.diagnostics + analysis.suppressed.map(\.finding) {
      inside(finding.span, analysis, finding)
      for span in finding.notes.compactMap(\.span) { inside(span, analysis, finding) }
      for edit in finding.fixIts.flatMap(\.edits) { inside(edit.span, analysis, finding) }
      hold(!finding.message.isEmpty || finding.unlisted > 0, "\(finding.id) has no message")
    }
    let secrets = analysis.secrets.map { String(decoding: analysis.sources[$0.file].bytes[Int($0.lower)..<Int($0.upper)], as: UTF8.self) }
    let telling = secrets.filter(isTelling)
    for format in formats {
      let text = analysis.rendered(as: format)
      for secret in telling { hold(!text.contains(secret), "\(format) prints a secret") }
    }
  }

  /// Whether a secret is none that could as well be a word of a message.
  private static func isTelling(_ secret: String) -> Bool {
    secret.utf8.count >= 16 && secret.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && secret.contains(where: \.isNumber) && secret.contains(where: \.isLetter)
      && !secret.contains("${")
  }

  private static func inside(_ span: SourceSpan, _ analysis: Analysis, _ finding: Diagnostic) {
    let count = analysis.sources[span.file].bytes.count
    hold(span.lower <= span.upper && Int(span.upper) <= count, "\(finding.id) is at \(span.lower)..<\(span.upper) of a text of \(count) bytes")
  }

  /// The same text has the same findings, and holds what ``hold(of:)`` says.
  static func hold(_ analyse: () -> Analysis) {
    let analysis = analyse()
    hold(of: analysis)
    hold(analysis.rendered(as: .json) == analyse().rendered(as: .json), "the same text has other findings the second time")
  }

  /// Whether nothing in it is an error of a reader.
  static func isRead(_ analysis: Analysis) -> Bool {
    !analysis.diagnostics.contains { finding in
      finding.severity == .error && ["yaml/", "json/", "source/"].contains { finding.id.rawValue.hasPrefix($0) }
    }
  }
}
