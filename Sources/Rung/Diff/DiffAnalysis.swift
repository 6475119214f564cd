public import RungProviders

/// What came of comparing two texts.
public struct DiffAnalysis: Sendable {
  /// The files that findings and differences point into, those of both versions.
  public internal(set) var sources: SourceMap
  /// Streams that both versions have, in the order of the new one; then those that only the old one has.
  public internal(set) var streams: [StreamDifference]
  /// Of each stream the name in names of files, which stays the same where only some of them are written.
  var slugs: [String]
  /// What is wrong with each version by itself.
  public internal(set) var old: Analysis
  /// What was found in the new version.
  public internal(set) var new: Analysis
  /// How much of each version is known. Plans are made only where both are ``DiffSideState/clean``, and the new
  /// version is no answer.
  public internal(set) var oldState: DiffSideState
  /// Whether the new version was understood.
  public internal(set) var newState: DiffSideState
  /// Whether each is a provider's answer: the state at the provider, not a wanted one.
  public internal(set) var oldIsAnswer: Bool
  /// Whether the new version is an answer of a provider.
  public internal(set) var newIsAnswer: Bool

  /// Whether there are files of the new version and no stream in them, and the old version of many files has one: that is more likely a
  /// wrong directory than a wish, so that nothing is listed as removed.
  public internal(set) var newIsEmpty = false

  /// Whether anything differs that can be seen.
  public var differs: Bool { streams.contains(where: \.differs) }

  /// Spans that hold secrets: mask them when source lines are shown. No difference holds one.
  public var secrets: Set<SourceSpan> { old.secrets.union(new.secrets) }

  /// Who set the value at a place of either version.
  public func origin(of place: SourcePlace) -> Origin { new.origin(of: place) }
}
