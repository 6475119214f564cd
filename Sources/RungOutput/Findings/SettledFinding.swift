package import RungSource

/// A finding as it is shown, and what allows it.
package struct SettledFinding {
  package let diagnostic: Diagnostic
  /// Nil for a finding that counts.
  package let suppression: Suppression?

  package init(_ diagnostic: Diagnostic, _ suppression: Suppression? = nil) { (self.diagnostic, self.suppression) = (diagnostic, suppression) }
}
