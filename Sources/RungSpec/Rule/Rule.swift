public import RungSource

/// One fault, looked for in one kind of subject. One rule is one file, and its examples are its tests.
@usableFromInline package struct Rule<Subject>: Sendable {
  @usableFromInline package let info: RuleInfo
  /// The same, for runs that do not count who holds it.
  @usableFromInline let infoAtHand: Unmanaged<RuleInfo>
  @usableFromInline let check: @Sendable (Subject, inout Report) -> Void

  /// - Parameters:
  ///   - name: the fault, so that "allow …" reads true; also the file's name.
  ///   - family: `spec`, `ladder` or a provider's id; nil for a rule that every provider shares.
  package init(
    _ name: String, family: String?, severity: Severity, summary: String, why: String, citation: Citation? = nil,
    replaces: [String] = [], scope: RuleInfo.Scope = .everywhere, isAcceptable: Bool = false, bad: @autoclosure @escaping @Sendable () -> [Example],
    good: @autoclosure @escaping @Sendable () -> [Example], fileID: String = #fileID, check: @escaping @Sendable (Subject, inout Report) -> Void
  ) {
    info = RuleInfo(
      name, family: family, severity: severity, summary: summary, why: why, citation: citation, replaces: replaces, scope: scope, isAcceptable: isAcceptable,
      bad: bad(), good: good(), fileID: fileID)
    infoAtHand = .passUnretained(info)
    self.check = check
  }
}

extension Array {
  /// Runs every rule in place: retaining each in turn would take as long as the checks.
  @inlinable package func run<Subject>(_ subject: Subject, _ report: inout Report) where Element == Rule<Subject> {
    withUnsafeBufferPointer { rules in
      for index in rules.indices {
        let before = report.begin(rules[index].infoAtHand)
        rules[index].check(subject, &report)
        report.end(before)
      }
    }
  }
}
