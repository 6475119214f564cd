internal import RungProviders
public import RungSource

/// Bodies of one provider as those of another, and what that takes.
public struct Conversion: Sendable {
  /// Everything that was found, and the requests for the second provider. With ``decisions`` left to make do not send them.
  public let analysis: Analysis
  /// What keeps the bodies or the settings from being read: errors. Nothing is made of them.
  public let unreadable: [Diagnostic]
  /// What the second provider needs and the bodies do not say, or say in a way that it does not take: errors.
  public let decisions: [Diagnostic]
  /// Values that the second provider has no field for, and settings that only the first one has.
  public let lost: [Diagnostic]
  /// Values that the second provider's bodies have and the first one's do not say.
  public let changed: [Diagnostic]
  /// The rest of what was found.
  public let remarks: [Diagnostic]
  /// Whether nothing was done, because the bodies are of the provider that they were to be made for: the one finding, an error
  /// among ``decisions``, says so.
  public var isForSameProvider: Bool { decisions.contains { $0.id == ImportFaults.sameProvider.id } }
  /// Secrets that stood in the bodies, by the names that the new bodies refer to them with.
  public let secrets: [NamedSecret]
  /// What would make decisions, as `PATH=VALUE`: `ingest.mode=push`. All were tried together: with them the decisions are made,
  /// and so are those that came up on the way. Names in capitals stand for what only the reader knows. Decisions that no setting makes have none.
  public internal(set) var settings: [String] = []
}

extension Conversion {
  init(_ analysis: Analysis, _ secrets: [NamedSecret]) {
    self.analysis = analysis
    self.secrets = secrets
    let found = analysis.diagnostics
    func isLoss(_ finding: Diagnostic) -> Bool {
      finding.id == ImportFaults.leftBehind.id || TargetFaults.isLoss(finding.id)
    }
    let errors = found.filter { $0.severity == .error }
    unreadable = errors.filter(\.isOfText)
    decisions = errors.filter { !$0.isOfText }
    lost = found.filter { $0.severity != .error && isLoss($0) }
    changed = found.filter { $0.id == ImportFaults.filledIn.id }
    remarks = found.filter { $0.severity != .error && !isLoss($0) && $0.id != ImportFaults.filledIn.id }
  }
}
