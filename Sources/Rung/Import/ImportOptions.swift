// The way home from a provider: bodies → a spec whose values stand where the bodies have them → a spec that reads as if a
// person had written it.

/// What is known of a stream beside its bodies.
public struct ImportOptions: Sendable {
  /// The name of a stream that no body names. Nil to use the names of files and resources.
  public var name: String?
  /// Ids of providers that the spec names in addition to the one that the bodies come from.
  public var targets: [TargetID]

  /// What is known, or nothing.
  public init(name: String? = nil, targets: [TargetID] = []) { (self.name, self.targets) = (name, targets) }
}
