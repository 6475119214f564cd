

/// A change of the text that mends a finding.
public struct FixIt: Sendable, Hashable {
  public enum Degree: String, Sendable, Hashable, CaseIterable {
    /// The meaning is kept.
    case safe
    /// A choice is made for the author.
    case unsafe
  }

  public struct Edit: Sendable, Hashable {
    public var span: SourceSpan
    public var replacement: String

    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  public var title: String
  public var degree: Degree
  public var edits: [Edit]

  public init(_ title: String, _ degree: Degree, edits: [Edit]) {
    self.title = title
    self.degree = degree
    self.edits = edits
  }

  /// Puts one text in the place of one span.
  package static func replace(_ span: SourceSpan, with text: String, _ degree: Degree = .safe) -> FixIt {
    FixIt("write `\(text)`", degree, edits: [Edit(span, text)])
  }
}
