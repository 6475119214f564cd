/// The differences of two versions in one resource at the provider.
public struct ResourceDifference: Sendable {
  /// `live-event`, `stream`, `playback-id`: unique among the resources of a stream, except those that it has several of.
  public var resource: String
  /// For a sentence: "live event".
  public var noun: String
  /// Which one, where there are several: "authenticated".
  public var label: String?
  /// How it changed.
  public var change: Change
  /// In the order of the body. For a resource that was added or removed, one for the whole.
  public var differences: [Difference]

  /// Which of the versions has it.
  public enum Change: String, Sendable, CaseIterable {
    /// Both have it, and nothing differs.
    case same
    /// Both have it, and something differs.
    case changed
    /// Only the new one has it.
    case added
    /// Only the old one has it.
    case removed
  }

  package var old: DeclaredRequest?
  package var new: DeclaredRequest?

  /// What the costliest of its differences needs; nil when none of them was judged.
  public var effect: ChangeEffect? { differences.map(\.effect).filter(\.isJudged).max() }
}
