/// What two versions make of one stream, provider by provider.
///
/// A value that the writers of `RungOutput` take; `diff(_:_:for:)` makes it.
public struct StreamDifference: Sendable {
  /// Its `name`, when it has one: that of the new version, or of the old where the new has no such stream.
  public var name: String?
  /// The name that it had, where it has another now.
  public var oldName: String?
  /// In the order of the new version's targets; those that only the old one had follow.
  public var providers: [ProviderDifference]

  package init(name: String?, oldName: String?, providers: [ProviderDifference]) {
    (self.name, self.oldName, self.providers) = (name, oldName, providers)
  }

  /// Whether it differs at one of the providers.
  public var differs: Bool { providers.contains(where: \.differs) }
}
