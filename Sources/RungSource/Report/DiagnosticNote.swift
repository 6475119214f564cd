

/// Something else that belongs to a finding, with its place where it has one.
public struct DiagnosticNote: Sendable, Hashable {
  public var text: String
  public var span: SourceSpan?

  public init(_ text: String, at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }
}
