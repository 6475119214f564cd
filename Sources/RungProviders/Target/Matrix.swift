public import RungSource

/// Where a stream can run: what it asks for, and what each provider makes of that.
///
/// A value that the writers of `RungOutput` take; `matrix(_:for:loader:)` makes it.
public struct Matrix: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public var tables: [Table]

  /// A value made by hand.
  public init(tables: [Table]) { self.tables = tables }

  /// One stream.
  public struct Table: Sendable {
    /// Its `name`, when it has one.
    public var name: String?
    /// In the order asked for.
    public var providers: [Column]
    /// Only what the stream asks for, in the order of the language's reference.
    public var rows: [Row]
    /// Explanations, numbered from 1 in the order in which the cells refer to them.
    public var notes: [Footnote]

    /// A value made by hand.
    public init(name: String?, providers: [Column], rows: [Row], notes: [Footnote]) {
      (self.name, self.providers, self.rows, self.notes) = (name, providers, rows, notes)
    }
  }

  /// One provider, and what the stream comes to there.
  public struct Column: Sendable {
    /// As in `targets`.
    public var id: TargetID
    /// As the provider writes itself.
    public var title: String
    /// What the stream comes to there.
    public var verdict: Verdict

    /// A value made by hand.
    public init(id: TargetID, title: String, verdict: Verdict) {
      (self.id, self.title, self.verdict) = (id, title, verdict)
    }
  }

  /// One thing that the stream asks for.
  public struct Row: Sendable {
    /// What it is, in words: `frame rate`.
    public var title: String
    /// What is asked for, in the author's words; secrets are left out.
    public var asked: String
    /// One for each provider.
    public var cells: [Cell]

    /// A value made by hand.
    public init(title: String, asked: String, cells: [Cell]) {
      (self.title, self.asked, self.cells) = (title, asked, cells)
    }
  }

  /// What one provider makes of one thing.
  public struct Cell: Sendable, Hashable {
    /// The worst of what became of its values.
    public var state: State
    /// Numbers of the notes that explain it.
    public var notes: [Int]

    /// A value made by hand.
    public init(_ state: State, notes: [Int] = []) {
      (self.state, self.notes) = (state, notes)
    }
  }

  /// What became of what is asked for.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Sent, or decided with.
    case supported
    /// Taken, but not as it stands: a note says what becomes of it.
    case changed
    /// The provider has no field for it.
    case notExpressible = "not_expressible"
    /// An error, be it of the provider or of the spec.
    case rejected
    /// The spec asks this of other providers only.
    case notAsked = "not_asked"
    /// Not judged: the provider's own settings do not read.
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
    /// `tenbyte/not-expressible`: what `rung explain` takes. Nil for what no rule says.
    public var rule: RuleID?

    /// A value made by hand.
    public init(number: Int, provider: TargetID, text: String, rule: RuleID?) {
      (self.number, self.provider, self.text, self.rule) = (number, provider, text, rule)
    }
  }

  /// A provider's column in short.
  public struct Verdict: Sendable {
    /// Whether the stream can run there.
    public enum Outcome: String, Sendable, CaseIterable {
      case runs
      /// The spec does not name the provider among its `targets`, and nothing is wrong but that something it needs is missing.
      case incomplete
      case refused
    }

    /// Whether the stream can run there.
    public var outcome: Outcome
    /// Rows of which something changes.
    public var changed: Int
    /// Rows that are left out.
    public var leftOut: Int
    /// The rules of the errors, each as often as it found something.
    public var errors: [RuleID]

    /// A value made by hand.
    public init(outcome: Outcome, changed: Int, leftOut: Int, errors: [RuleID]) {
      (self.outcome, self.changed, self.leftOut, self.errors) = (outcome, changed, leftOut, errors)
    }

    /// One line: `runs, 2 things change, 5 are left out`.
    public var text: String {
      var names: [RuleID] = []
      for error in errors where !names.contains(error) { names.append(error) }
      let named = names.prefix(3).map(\.rawValue).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      switch outcome {
      case .refused: return "refused: \(errors.count == 1 ? "1 error" : "\(errors.count) errors") (\(named))"
      case .incomplete: return "needs more than the spec gives (\(named))\(differences)"
      case .runs: return changed + leftOut == 0 ? "runs as asked" : "runs\(differences)"
      }
    }

    private var differences: String {
      var text = ""
      if changed > 0 { text += changed == 1 ? ", 1 thing changes" : ", \(changed) things change" }
      if leftOut > 0 { text += leftOut == 1 ? ", 1 is left out" : ", \(leftOut) are left out" }
      return text
    }
  }
}
