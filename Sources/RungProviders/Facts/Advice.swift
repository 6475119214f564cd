package import RungSource
internal import RungSpec

/// What belongs beside a limit when it is crossed.
package struct Advice: Sendable {
  /// Documents that say otherwise, for instance.
  package var notes: [DiagnosticNote]
  /// What else the provider offers: "ask for PassthroughStandard (up to 25h)".
  package var mend: String?

  package init(notes: [DiagnosticNote] = [], mend: String? = nil) {
    self.notes = notes
    self.mend = mend
  }
}
