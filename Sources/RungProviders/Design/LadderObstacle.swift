public import RungSource

/// Why there is no ladder: what was requested and is not possible.
public struct LadderObstacle: Sendable, Hashable {
  /// What was found, and what is possible instead, in one sentence.
  public let message: String
  /// What to request instead; nil where nothing helps.
  public let help: String?
  /// The source.
  public let citation: Citation?

  package init(_ message: String, help: String? = nil, citation: Citation? = nil) {
    (self.message, self.help, self.citation) = (message, help, citation)
  }
}
