/// A secret that stood in a body in plain text, and the variable that a spec refers to in its place. The value is in
/// neither: it can be read from the body, at the span, to set the variable.
public struct NamedSecret: Sendable, Hashable {
  /// `S3_SECRET`.
  public let variable: String
  /// Where the body has the secret, or the URL that it is a part of.
  public let span: SourceSpan
}
