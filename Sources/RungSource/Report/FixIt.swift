

/// A change of the text that resolves a finding.
public struct FixIt: Sendable, Hashable {
  /// What applying it does to the meaning.
  public enum Degree: String, Sendable, Hashable, CaseIterable {
    /// What the author wrote is kept, and only its spelling changes: there is no other reading of it.
    case safe
    /// A value is chosen for the author: it has to be looked at. What does not say otherwise is of this degree.
    case unsafe
  }

  /// Replaces a span by another text.
  public struct Edit: Sendable, Hashable {
    /// What is removed.
    public var span: SourceSpan
    /// The replacement, in the file's format.
    public var replacement: String

    /// - Parameters:
    ///   - span: what is removed.
    ///   - replacement: empty to delete the span.
    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// What it does, for a person.
  public var title: String
  /// What applying it does to the meaning.
  public var degree: Degree
  /// All in one file; they do not overlap.
  public var edits: [Edit]

  /// A fix of several edits that belong together.
  public init(_ title: String, _ degree: Degree, edits: [Edit]) {
    self.title = title
    self.degree = degree
    self.edits = edits
  }

  /// Replaces one span by a text.
  ///
  /// - Parameter degree: ``Degree/safe`` only where the text that is there has one meaning, and the new one has the same.
  package static func replace(_ span: SourceSpan, with text: String, _ degree: Degree = .unsafe) -> FixIt {
    FixIt("write `\(text)`", degree, edits: [Edit(span, text)])
  }
}
