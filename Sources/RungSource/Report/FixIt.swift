

/// A change of the text that mends a finding.
public struct FixIt: Sendable, Hashable {
  /// What applying it does to the meaning.
  public enum Degree: String, Sendable, Hashable, CaseIterable {
    /// The meaning is kept.
    case safe
    /// A choice is made for the author.
    case unsafe
  }

  /// Puts another text in the place of a span.
  public struct Edit: Sendable, Hashable {
    /// What goes.
    public var span: SourceSpan
    /// What comes in its place, as it is written in the file's format.
    public var replacement: String

    /// - Parameter replacement: empty to take the span out.
    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// What it does, for a person.
  public var title: String
  /// What applying it does to the meaning.
  public var degree: Degree
  /// Of one file; they do not overlap.
  public var edits: [Edit]

  /// A fix of several edits that belong together.
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
