package import RungSource

/// Findings, and the files that they point into.
package struct ReportFindings: Sendable {
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  /// How many more there are that do not count.
  package var suppressed: Int
  package var sources: SourceMap
  package var secrets: Set<SourceSpan>

  package init(_ diagnostics: [Diagnostic], suppressed: Int = 0, sources: SourceMap, secrets: Set<SourceSpan>) {
    (self.diagnostics, self.suppressed, self.sources, self.secrets) = (diagnostics, suppressed, sources, secrets)
  }
}
