package import RungSource

/// Notes and help for a finding about a limit.
package struct Advice: Sendable {
  /// For example, documents that state another limit.
  package var notes: [MessageNote]
  /// What else the provider offers, as an imperative: "use PassthroughStandard (up to 25h)".
  package var mend: Message?

  package init(notes: [MessageNote] = [], mend: Message? = nil) { (self.notes, self.mend) = (notes, mend) }
}
