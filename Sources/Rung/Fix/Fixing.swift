public import RungSource
public import RungSpec

/// What became of texts whose findings were fixed.
public struct Fixing: Sendable {
  /// A fix-it that was applied.
  public struct Made: Sendable, Hashable {
    /// The rule whose finding it fixed.
    public var rule: RuleID
    /// What it did, for a person: `FixIt.title`.
    public var title: String
  }

  /// One that was not, and why.
  public struct Unmade: Sendable, Hashable {
    /// Why a fix-it was not applied.
    public enum Reason: Sendable, Hashable {
      /// It would edit a file that is not among the texts, such as a base.
      case fileNotNamed
      /// It was tried, and a stream had an error with it that it does not have without.
      case raises(RuleID)
      /// It was tried, and what followed led back to the text before.
      case leadsBack
      /// Streams that share the file want different texts in the same place.
      case contradicted
      /// There was more to do than is done in one run: another one goes on.
      case notReached
    }

    /// The rule whose finding it would fix.
    public var rule: RuleID
    /// What it would do, for a person: `FixIt.title`.
    public var title: String
    /// The name of the file that it would edit.
    public var file: String
    /// Why it was not applied.
    public var reason: Reason
  }

  /// A text that was to be fixed.
  public struct Text: Sendable {
    /// With the bytes that it has now.
    public var input: SourceInput
    /// Whether these are others than before.
    public var isChanged: Bool
    /// In the order in which they were applied.
    public var made: [Made]
  }

  /// In the order in which they were given.
  public var texts: [Text]
  /// In the order of the texts whose findings they would fix.
  public var unmade: [Unmade]
  /// How many more `FixIt.Degree.unsafe` would apply, of those that can be seen now.
  public var unsafeLeft: Int
}

/// Applies the fix-its of a text's findings until none is left.
///
/// After each round the stream is judged again. A round that brings an error that was not there before is taken back, and so is one
/// that leads back to an earlier text; what is left of it is tried in smaller parts. Where something could not be read before, what is
/// found behind it is no new error. Bytes that no fix-it replaces stay as they are.
///
/// - Parameters:
///   - input: the text.
///   - degree: `FixIt.Degree.unsafe` to apply also those that choose for the author.
///   - targets: ids to judge for, as ``check(_:for:packs:loader:)`` takes them.
///   - packs: what to hold every stream to besides.
///   - loader: finds the files that `extends` names. None of these is edited.
public func fixed(
  _ input: SourceInput, _ degree: FixIt.Degree = .safe, for targets: [TargetID]? = nil, packs: [RulePack] = [], loader: Loader = .none
) -> Fixing {
  fixed([(input, loader)], degree, for: targets, packs: packs)
}

/// The same for many texts, which are judged together as ``check(_:for:only:packs:in:)`` does.
///
/// - Parameters:
///   - texts: where a loader gives a base the name of one of these, it is this text, and fixed as well.
///   - degree: `FixIt.Degree.unsafe` to apply also those that choose for the author.
///   - targets: ids to judge for, as ``check(_:for:packs:loader:)`` takes them.
///   - only: only the streams that have one of these targets, and only for these; nil for all.
///   - packs: what to hold every stream to besides.
///   - isMeant: whether to fix a finding.
public func fixed(
  _ texts: [(input: SourceInput, loader: Loader)], _ degree: FixIt.Degree = .safe, for targets: [TargetID]? = nil, only: [TargetID]? = nil,
  packs: [RulePack] = [], where isMeant: @escaping (Diagnostic, SourceMap) -> Bool = { _, _ in true }
) -> Fixing {
  var work = FixWork(texts, degree, isMeant) { texts, fleet in check(texts, for: targets, only: only, packs: packs, in: &fleet) }
  return work.run()
}
