public import RungProviders
internal import RungReading
public import RungSource

/// One of the two versions that ``diff(_:_:for:)`` compares: a spec, a provider's request body, or a provider's answer.
public struct DiffInput: Sendable {
  public var input: SourceInput
  /// Finds the files that `extends` names; for a spec only.
  public var loader: Loader
  /// What it is a body of; nil to tell by what stands in it. A text that has `rung` among its top-level keys is a spec.
  public var request: RequestName?

  public init(_ input: SourceInput, loader: Loader = .none, as request: RequestName? = nil) {
    self.input = input
    self.loader = loader
    self.request = request
  }
}

/// How much is known of one of the two versions that are compared.
public enum DiffSideState: Sendable {
  /// Judged without an error.
  case clean
  /// Compared as far as it could be read: differences are shown, and no request is planned.
  case hasErrors
  /// Neither a spec nor a body nor an answer: the text does not parse, is an answer that refuses, or is something else.
  /// Its analysis has the reason; nothing is compared.
  case notUnderstood
}

/// What came of comparing two texts.
public struct DiffAnalysis: Sendable {
  /// The files that findings and differences point into, those of both versions.
  public internal(set) var sources: SourceMap
  /// Streams that both versions have, in the order of the new one; then those that only the old one has.
  public internal(set) var streams: [StreamDifference]
  /// What is wrong with each version by itself.
  public internal(set) var old: Analysis
  public internal(set) var new: Analysis
  /// How much of each version is known. Plans are made only where both are ``DiffSideState/clean``, and the new
  /// version is no answer.
  public internal(set) var oldState: DiffSideState
  public internal(set) var newState: DiffSideState
  /// Whether each is a provider's answer: what is there, and not what somebody wants.
  public internal(set) var oldIsAnswer: Bool
  public internal(set) var newIsAnswer: Bool

  /// Whether anything differs that can be seen.
  public var differs: Bool { streams.contains(where: \.differs) }

  /// Spans that hold secrets: mask them when source lines are shown. No difference holds one.
  public var secrets: Set<SourceSpan> { old.secrets.union(new.secrets) }

  /// Who set the value at a place of either version.
  public func origin(of place: SourcePlace) -> Origin { new.origin(of: place) }
}

/// Compares two versions of the streams in two texts, as their providers see them: which values of which request differ,
/// what it takes to change each (by which document), and the requests that make the new version of the old one.
///
/// Values that come to the same for the provider are no difference: a default that is written out, another order where
/// order means nothing, another spelling. Of an answer what the provider filled in is left out, and what answers do not
/// show is told apart (``ChangeEffect/unseen``).
///
/// - Parameters:
///   - old: what there is: the version in use, or the provider's answer.
///   - new: what there is to be.
///   - providers: ids to compare for; nil for those that either spec names under `targets`. With a body on either side, the
///     first of them whose body it is.
public func diff(_ old: DiffInput, _ new: DiffInput, for providers: [String]? = nil) -> DiffAnalysis {
  var work = DiffWork(old, new, for: providers)
  return work.run()
}

/// The same with plans whatever is found: for tests.
package func diff(_ old: SourceInput, _ new: SourceInput, for provider: String, plansWithErrors: Bool) -> DiffAnalysis {
  var work = DiffWork(DiffInput(old), DiffInput(new), for: [provider], plansWithErrors: plansWithErrors)
  return work.run()
}

/// The same of two texts in memory, each a spec, a body or an answer.
public func diff(_ old: SourceInput, _ new: SourceInput, for provider: String, loader: Loader = .none) -> DiffAnalysis {
  diff(DiffInput(old, loader: loader), DiffInput(new, loader: loader), for: [provider])
}
