package import RungSource

/// Findings, and the files that they point into.
package struct ReportFindings: Sendable {
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  package var sources: SourceMap
  package var secrets: Set<SourceSpan>

  package init(_ diagnostics: [Diagnostic], sources: SourceMap, secrets: Set<SourceSpan>) {
    (self.diagnostics, self.sources, self.secrets) = (diagnostics, sources, secrets)
  }
}
