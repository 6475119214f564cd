internal import RungSource

/// How often the findings of a rule are on a page: a rule that has been listed often enough is counted from then on, as it is
/// in a file.
struct FindingTally {
  private static let most = 1000
  private var listed: [RuleID: Int] = [:]

  mutating func lists(_ finding: Diagnostic) -> Bool {
    guard listed[finding.id, default: 0] < Self.most else { return false }
    listed[finding.id, default: 0] += 1
    return true
  }
}
