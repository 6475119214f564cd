

/// Something else that belongs to a finding, with its place where it has one.
public struct DiagnosticNote: Sendable, Hashable {
  /// One sentence.
  public var text: String
  /// Nil for a note about the finding as a whole.
  public var span: SourceSpan?
  /// Whether the span is the `extends` that merges the file of the finding in.
  package var isExtension = false

  /// A note of its own, or one that points at something.
  public init(_ text: String, at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }
}
