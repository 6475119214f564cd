package import RungSource

/// One fault, looked for in one kind of subject. One rule is one file, and its examples are its tests.
package struct Rule<Subject>: Sendable {
  package let info: RuleInfo
  private let check: @Sendable (Subject, inout Report) -> Void

  /// - Parameters:
  ///   - name: the fault, so that "allow …" reads true; also the file's name.
  ///   - family: `spec`, `ladder` or a provider's id; nil for a rule that every provider shares.
  package init(
    _ name: String, family: String?, severity: Severity, summary: String, why: String, citation: Citation? = nil,
    replaces: String? = nil, bad: @autoclosure @escaping @Sendable () -> [Example],
    good: @autoclosure @escaping @Sendable () -> [Example], fileID: String = #fileID, check: @escaping @Sendable (Subject, inout Report) -> Void
  ) {
    info = RuleInfo(
      name, family: family, severity: severity, summary: summary, why: why, citation: citation, replaces: replaces,
      bad: bad(), good: good(), fileID: fileID)
    self.check = check
  }

  package func run(_ subject: Subject, _ report: inout Report) {
    report.run(info) { check(subject, &$0) }
  }
}
