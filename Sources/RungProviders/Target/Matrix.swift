public import RungSource

/// Where a stream can run: what it sets, and what each provider does with that.
///
/// The input of the writers of `RungOutput`; `matrix(_:for:loader:)` creates it.
public struct Matrix: Sendable {
  /// One for each document of the texts, in their order. Empty when none could be read.
  public var tables: [Table]

  /// Whether streams of several texts are in it.
  package var hasSeveralFiles: Bool { Set(tables.map(\.file)).count > 1 }

  /// A value made by hand.
  public init(tables: [Table]) { self.tables = tables }

  /// One stream.
  public struct Table: Sendable {
    /// Its `name`, when it has one.
    public var name: String?
    /// In the order of the request.
    public var providers: [Column]
    /// Only what the stream sets, in the order of the field reference.
    public var rows: [Row]
    /// Explanations, numbered from 1 in the order of the cells that refer to them.
    public var notes: [Footnote]
    /// The name of the text that the stream is in. Nil when it is not known.
    public var file: String?

    /// Creates a value from its parts.
    public init(name: String?, providers: [Column], rows: [Row], notes: [Footnote], file: String? = nil) {
      (self.name, self.providers, self.rows, self.notes, self.file) = (name, providers, rows, notes, file)
    }
  }

  /// One provider, and the result for the stream there.
  public struct Column: Sendable {
    /// As in `targets`.
    public var id: TargetID
    /// The provider's name, as it writes it.
    public var title: String
    /// The result for the stream there.
    public var verdict: Verdict

    /// Creates a value from its parts.
    public init(id: TargetID, title: String, verdict: Verdict) { (self.id, self.title, self.verdict) = (id, title, verdict) }
  }

  /// One setting of the stream.
  public struct Row: Sendable {
    /// What it is: `frame rate`.
    public var title: String
    /// The value, as the author wrote it; secrets are omitted.
    public var asked: String
    /// One for each provider.
    public var cells: [Cell]

    /// Creates a value from its parts.
    public init(title: String, asked: String, cells: [Cell]) { (self.title, self.asked, self.cells) = (title, asked, cells) }
  }

  /// The result of one setting at one provider.
  public struct Cell: Sendable, Hashable {
    /// The worst outcome of its values.
    public var state: State
    /// Numbers of the notes that explain it.
    public var notes: [Int]

    /// Creates a value from its parts.
    public init(_ state: State, notes: [Int] = []) { (self.state, self.notes) = (state, notes) }
  }

  /// The outcome of a setting.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Sent, or used for a decision.
    case supported
    /// Supported, but changed: a note describes the change.
    case changed
    /// The provider has no field for it.
    case notExpressible = "not_expressible"
    /// An error, of the provider or of the spec.
    case rejected
    /// The spec sets this for other providers only.
    case notAsked = "not_asked"
    /// Not judged: the provider's own settings could not be read.
    case unknown
  }

  /// What a cell refers to.
  public struct Footnote: Sendable {
    /// From 1.
    public var number: Int
    /// The id of the column that it is about.
    public var provider: TargetID
    /// One sentence.
    public var text: String
    /// `tenbyte/not-expressible`: the argument of `rung explain`. Nil for what no rule reports.
    public var rule: RuleID?

    /// Creates a value from its parts.
    public init(number: Int, provider: TargetID, text: String, rule: RuleID?) {
      (self.number, self.provider, self.text, self.rule) = (number, provider, text, rule)
    }
  }

  /// The summary of a provider's column.
  public struct Verdict: Sendable {
    /// Whether the stream can run there.
    public enum Outcome: String, Sendable, CaseIterable {
      /// There is no error.
      case runs
      /// The provider is not among the spec's `targets`, and the only errors are missing settings that it requires.
      case incomplete
      /// There are other errors.
      case refused
    }

    /// Whether the stream can run there.
    public var outcome: Outcome
    /// Rows of which something changes.
    public var changed: Int
    /// Rows without a field.
    public var leftOut: Int
    /// The rules of the errors, once for each finding.
    public var errors: [RuleID]

    /// Creates a value from its parts.
    public init(outcome: Outcome, changed: Int, leftOut: Int, errors: [RuleID]) {
      (self.outcome, self.changed, self.leftOut, self.errors) = (outcome, changed, leftOut, errors)
    }

    /// One line: `runs, 2 settings change, 5 are omitted`.
    public var text: String {
      var names: [RuleID] = []
      for error in errors where !names.contains(error) { names.append(error) }
      let named = names.prefix(3).map(\.rawValue).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      switch outcome {
      case .refused: return "rejected: \(errors.count == 1 ? "1 error" : "\(errors.count) errors") (\(named))"
      case .incomplete: return "requires settings that are missing (\(named))\(differences)"
      case .runs: return changed + leftOut == 0 ? "runs unchanged" : "runs\(differences)"
      }
    }

    private var differences: String {
      var text = ""
      if changed > 0 { text += changed == 1 ? ", 1 setting changes" : ", \(changed) settings change" }
      if leftOut > 0 { text += leftOut == 1 ? ", 1 is omitted" : ", \(leftOut) are omitted" }
      return text
    }
  }
}
