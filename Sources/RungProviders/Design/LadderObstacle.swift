public import RungSource

/// Why there is no ladder: what was asked for and cannot be had.
public struct LadderObstacle: Sendable, Hashable {
  /// What was found, and what is possible instead, in one sentence.
  public let message: String
  /// What to ask for; nil where nothing helps.
  public let help: String?
  /// Who says so.
  public let citation: Citation?

  package init(_ message: String, help: String? = nil, citation: Citation? = nil) {
    self.message = message
    self.help = help
    self.citation = citation
  }
}
