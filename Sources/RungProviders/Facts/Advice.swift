package import RungSource
internal import RungSpec

/// What belongs beside a limit when it is crossed.
package struct Advice: Sendable {
  /// Documents that say otherwise, for instance.
  package var notes: [MessageNote]
  /// What else the provider offers: "ask for PassthroughStandard (up to 25h)".
  package var mend: Message?

  package init(notes: [MessageNote] = [], mend: Message? = nil) {
    self.notes = notes
    self.mend = mend
  }
}
