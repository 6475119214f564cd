internal import RungSource

/// What became of the findings of a report, by their indices there: nothing is in it of those that are as they were found.
struct Settlement: Sendable {
  var severities: [Int: Severity] = [:]
  var suppressions: [Int: Suppression] = [:]

  var isEmpty: Bool { severities.isEmpty && suppressions.isEmpty }

  func settled(_ finding: Diagnostic, at index: Int) -> Diagnostic {
    guard let severity = severities[index] else { return finding }
    var finding = finding
    finding.severity = severity
    return finding
  }
}
