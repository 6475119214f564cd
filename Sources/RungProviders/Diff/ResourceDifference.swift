internal import RungSource

/// What two versions make of one thing at the provider.
public struct ResourceDifference: Sendable {
  /// `live-event`, `stream`, `playback-id`: unique among the things of a stream, but for those that it has several of.
  public var resource: String
  /// For a sentence: "live event".
  public var noun: String
  /// Which one, where there are several: "authenticated".
  public var label: String?
  /// What became of it.
  public var change: Change
  /// In the order of the body. Of a thing that is added or removed, one for the whole.
  public var differences: [Difference]

  /// Which of the versions has it.
  public enum Change: String, Sendable, CaseIterable {
    case same, changed, added, removed
  }

  package var old: DeclaredRequest?
  package var new: DeclaredRequest?

  /// What the costliest of its differences takes; nil when none of them was judged.
  public var effect: ChangeEffect? { differences.map(\.effect).filter(\.isJudged).max() }
}
