internal import RungSource

/// What became of the findings of a report, by their indices there: nothing is in it of those that are as they were found.
struct Settlement: Sendable {
  var severities: [Int: Severity] = [:]
  var suppressions: [Int: Suppression] = [:]
  /// What is said beside a finding.
  var notes: [Int: DiagnosticNote] = [:]

  var isEmpty: Bool { severities.isEmpty && suppressions.isEmpty && notes.isEmpty }

  func settled(_ finding: Diagnostic, at index: Int) -> Diagnostic {
    var finding = finding
    if let severity = severities[index] { finding.severity = severity }
    if let note = notes[index] { finding.notes.append(note) }
    return finding
  }
}
