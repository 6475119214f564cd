/// What a spec can be judged and compiled for.
public struct TargetInfo: Sendable, Hashable {
  /// What is made for a target.
  public enum Kind: Sendable {
    /// Takes requests: plans are made for it.
    case provider
    /// Is started, or set up by hand: settings are made for it.
    case encoder
  }

  /// As under `targets`, in ids of rules, and in the `for` parameters of the library: `tenbyte`.
  public let id: TargetID
  /// As it writes itself: `Tenbyte`.
  public let title: String
  /// What is made for it.
  public let kind: Kind
}
