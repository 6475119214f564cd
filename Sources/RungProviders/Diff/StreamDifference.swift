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

  /// The file that it is in, below the directories that are compared, or in the repository: that of the new version, or of the old where the new has no such
  /// stream. Nil where single texts are compared.
  public var file: String?
  /// The file that it was in, where that was another.
  public var oldFile: String?

  /// Whether the two versions have another name, and only their place in one of many files in common: they may be two streams, so that
  /// nothing is planned.
  public var isGuess = false

  package init(name: String?, oldName: String?, providers: [ProviderDifference], file: String? = nil, oldFile: String? = nil, isGuess: Bool = false) {
    (self.name, self.oldName, self.providers, self.file, self.oldFile, self.isGuess) = (name, oldName, providers, file, oldFile, isGuess)
  }

  /// Whether it is one of many of which there is nothing to say.
  package var isQuiet: Bool { file != nil && oldFile == nil && providers.allSatisfy { $0.change == .same && $0.resources.allSatisfy(\.differences.isEmpty) } }

  /// Whether it differs at one of the providers.
  public var differs: Bool { providers.contains(where: \.differs) }
}
