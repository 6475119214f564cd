/// The id of a rule: `ladder/gop-mismatch`, `mkio/archive-window-above-limit`. What `rung explain` takes; it never changes its meaning.
public struct RuleID: NamedID {
  /// With the family, or the provider, before the slash.
  public let rawValue: String

  /// - Parameter rawValue: with the family before the slash.
  public init(rawValue: String) { self.rawValue = rawValue }
}
