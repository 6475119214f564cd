/// A general rule that a rule pack has among its requirements.
package struct PackRequirement: Sendable, Hashable {
  /// `spec/hevc-in-mpegts`
  package let id: String
  package let severity: Severity
  package let citation: Citation

  package init(_ id: String, _ severity: Severity, _ citation: Citation) {
    (self.id, self.severity, self.citation) = (id, severity, citation)
  }
}
