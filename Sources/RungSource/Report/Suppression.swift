/// Why a finding does not count: it was found, and its author has said that it may be.
public struct Suppression: Sendable, Hashable {
  /// Where that is said.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A comment in the file of the finding.
    case inSource = "in-source"
    /// The configuration.
    case configured
    /// The baseline: the finding was there before.
    case baseline
  }

  /// Where it is said.
  public var kind: Kind
  /// In the words of who allowed it; nil where none is given.
  public var reason: String?
  /// The comment or the entry; nil where it is in none of the files of the run.
  public var span: SourceSpan?

  /// - Parameters:
  ///   - kind: what allows it.
  ///   - reason: in the words of who allows it; nil for none.
  ///   - span: the comment or the entry; nil where it is in none of the files of the run.
  public init(_ kind: Kind, reason: String? = nil, at span: SourceSpan? = nil) {
    (self.kind, self.reason, self.span) = (kind, reason, span)
  }
}
