public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing needs to be done.
  case note
  /// Allowed, and probably not meant.
  case warning
  /// The provider would refuse it, or it would not do what it says.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

/// A finding, at a place: found → expected → mend.
public struct Diagnostic: Sendable, Hashable {
  /// `ladder/gop-mismatch`, `mkio/archive-window-above-limit`: what `rung explain` takes.
  public var id: String
  public var severity: Severity
  /// One line, lower case, without a full stop: what was found and what is allowed.
  public var message: String {
    get { unlisted == 0 ? text : "\(unlisted) more of \(id) in this file, not listed" }
    set { text = newValue }
  }
  private var text: String
  public var place: SourcePlace
  public var notes: [DiagnosticNote]
  /// What to do about it.
  public var help: String?
  public var fixIts: [FixIt]
  public var citation: Citation?
  /// The provider whose rule it is; nil for findings about the spec itself.
  public var provider: String?
  /// For something that is not written, and so has no place of its own: its path, `recording.window`.
  package var missing: String?
  /// For a finding that stands for others of its rule, file and severity, which are not listed: how many. 0 for all others.
  public internal(set) var unlisted: Int

  public var span: SourceSpan { place.span }

  package init(
    id: String, severity: Severity, message: String, place: SourcePlace, notes: [DiagnosticNote], help: String?, fixIts: [FixIt], citation: Citation?,
    provider: String?, missing: String?, unlisted: Int = 0
  ) {
    self.id = id
    self.severity = severity
    text = message
    self.place = place
    self.notes = notes
    self.help = help
    self.fixIts = fixIts
    self.citation = citation
    self.provider = provider
    self.missing = missing
    self.unlisted = unlisted
  }
}

/// Something else that belongs to a finding, with its place where it has one.
public struct DiagnosticNote: Sendable, Hashable {
  public var text: String
  public var span: SourceSpan?

  public init(_ text: String, at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }
}

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
