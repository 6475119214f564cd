public import RungSource



/// The differences of two versions of one stream at one provider, and the plan from the old to the new.
public struct ProviderDifference: Sendable {
  /// Which of the versions is for the provider.
  public enum Change: String, Sendable, CaseIterable {
    /// Both are, and nothing differs.
    case same
    /// Both are, and something differs.
    case changed
    /// Only the new version is for the provider.
    case added
    /// Only the old one was.
    case removed
  }

  /// The provider's id.
  public var provider: TargetID
  /// The provider's name, as it writes it.
  public var title: String
  /// How the stream changed at this provider.
  public var change: Change
  /// The resources at the provider, whether they differ or not. Empty where only one version is for it.
  public var resources: [ResourceDifference]
  /// The requests that change the old version into the new one; nil when nothing differs, and when a side has errors. Without
  /// steps when something differs that no request changes.
  public var plan: RequestPlan?

  package init(provider: any Provider.Type, change: Change, resources: [ResourceDifference], plan: RequestPlan?) {
    self.provider = TargetID(rawValue: provider.id)
    title = provider.title
    self.change = change
    self.resources = resources
    self.plan = plan
  }

  /// Whether there is anything to do or to check.
  public var differs: Bool { change != .same }

  /// Differences that count, and unknown ones.
  public var differences: [Difference] { resources.flatMap(\.differences).filter { $0.effect != .unseen } }
  /// Those where one side does not show enough to compare.
  public var unseen: [Difference] { resources.flatMap(\.differences).filter { $0.effect == .unseen } }

  /// What the costliest difference needs; nil when nothing differs, where only one version is for the provider, and where Rung
  /// knows none of the fields that differ.
  public var effect: ChangeEffect? { resources.compactMap(\.effect).max() }

  /// All that in one line: "2 differences; needs a new live event".
  public var verdict: String {
    switch change {
    case .same: return unseen.isEmpty ? "no differences" : "no visible differences"
    case .added: return "new at this provider; the whole plan creates it"
    case .removed: return plan == nil ? "no longer there; no request is planned to delete it" : "no longer a target; the teardown deletes it"
    case .changed: break
    }
    let judged = differences.count { $0.effect.isJudged }
    let unknown = differences.count - judged
    guard judged > 0 else {
      return unknown == 1 ? "1 difference that is not judged" : "\(unknown) differences that are not judged"
    }
    let count = judged == 1 ? "1 difference" : "\(judged) differences"
    switch effect {
    case .newResource: return "\(count); needs \(named(resources.filter { $0.effect == .newResource }))"
    case .interrupts: return "\(count); can be changed, which ends a running session"
    case .undocumented: return "\(count); whether a change is possible is not documented"
    case .atNextStart: return "\(count); applied at the next start"
    case .inPlace, .unseen, .notJudged, nil: return "\(count); applied in place"
    }
  }

  private func named(_ resources: [ResourceDifference]) -> String {
    let names = resources.map { "a new \($0.noun)" }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
