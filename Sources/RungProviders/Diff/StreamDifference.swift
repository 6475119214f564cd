/// The differences of two versions of one stream, by provider.
///
/// The input of the writers of `RungOutput`; `diff(_:_:for:)` creates it.
public struct StreamDifference: Sendable {
  /// Its `name`, when it has one: that of the new version, or of the old where the new has no such stream.
  public var name: String?
  /// The old name, where it changed.
  public var oldName: String?
  /// In the order of the new version's targets; those that only the old one had follow.
  public var providers: [ProviderDifference]

  package init(name: String?, oldName: String?, providers: [ProviderDifference]) {
    (self.name, self.oldName, self.providers) = (name, oldName, providers)
  }

  /// Whether it differs at one of the providers.
  public var differs: Bool { providers.contains(where: \.differs) }
}
