/// A finding at a place: found → expected → how to fix it.
public struct Diagnostic: Sendable, Hashable {
  /// `ladder/gop-mismatch`, `mkio/archive-window-above-limit`: what `rung explain` takes.
  public var id: RuleID
  /// An error keeps a stream from being sent.
  public var severity: Severity
  /// One line, lower case, without a full stop: what was found and what is allowed.
  public var message: String {
    get { unlisted == 0 ? text : "\(unlisted) more of \(id) in this file, not listed" }
    set { text = newValue }
  }
  private var text: String
  /// What it points at.
  public var place: SourcePlace
  /// What else to know, each a sentence.
  public var notes: [DiagnosticNote]
  /// What to do about it.
  public var help: String?
  /// Edits that fix it; none where a person must decide.
  public var fixIts: [FixIt]
  /// The document with the requirement; nil where Rung's own language decides.
  public var citation: Citation?
  /// The provider whose rule it is; nil for findings about the spec itself.
  public var provider: TargetID?
  /// For something that is not written, and so has no place of its own: its path, `recording.window`.
  package var missing: String?
  /// The values that it stands for, where those are not at its place: what a target has no field for.
  package var values: [SourcePlace] = []
  /// For a finding that summarizes others of its rule, file and severity, which are not listed: how many. 0 for all others.
  public internal(set) var unlisted: Int

  /// What it points at.
  public var span: SourceSpan { place.span }

  package init(
    id: RuleID, severity: Severity, message: String, place: SourcePlace, notes: [DiagnosticNote], help: String?, fixIts: [FixIt], citation: Citation?,
    provider: TargetID?, missing: String?, unlisted: Int = 0
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
