package import RungSource

/// What was found in one text, or in several that were judged together.
package struct FoundInText {
  /// The names of the texts themselves; nothing may have been found in one.
  package let names: [String]
  /// In the order of their places. A finding in a file that several texts extend is with the first of these only.
  package let findings: [SettledFinding]
  /// Those that an earlier text had as well.
  package let repeated: [Diagnostic]
  package let sources: SourceMap
  /// What is masked.
  package let secrets: Set<SourceSpan>

  package init(names: [String], _ findings: [SettledFinding], repeated: [Diagnostic] = [], sources: SourceMap, secrets: Set<SourceSpan>) {
    (self.names, self.findings, self.repeated, self.sources, self.secrets) = (names, findings, repeated, sources, secrets)
  }

  /// The findings that count, from a severity on.
  package func counted(from least: Severity) -> [Diagnostic] {
    findings.compactMap { $0.suppression == nil && $0.diagnostic.severity >= least ? $0.diagnostic : nil }
  }
}
