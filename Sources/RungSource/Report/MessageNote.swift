/// What else belongs to a finding, before it is known for which text: becomes a ``DiagnosticNote``.
package struct MessageNote: Sendable, Hashable {
  package var message: Message
  /// Nil for a note about the finding as a whole.
  package var span: SourceSpan?

  package init(_ message: Message, at span: SourceSpan? = nil) {
    self.message = message
    self.span = span
  }
}
