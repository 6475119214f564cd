public import RungSource



/// What two versions of one stream make at one provider, and the way from the old to the new.
public struct ProviderDifference: Sendable {
  /// Which of the versions is meant for the provider.
  public enum Change: String, Sendable, CaseIterable {
    case same, changed
    /// Only the new version is meant for the provider.
    case added
    /// Only the old one was.
    case removed
  }

  /// The provider's id.
  public var provider: TargetID
  /// As the provider writes itself.
  public var title: String
  /// What became of the stream at this provider.
  public var change: Change
  /// What there is at the provider, whether it differs or not. Empty where only one version is meant for it.
  public var resources: [ResourceDifference]
  /// The requests that make the new version of the old one; nil when nothing differs, and when a side has errors. Without
  /// steps when something differs that no request changes.
  public var plan: RequestPlan?

  package init(provider: any Provider.Type, change: Change, resources: [ResourceDifference], plan: RequestPlan?) {
    self.provider = TargetID(rawValue: provider.id)
    title = provider.title
    self.change = change
    self.resources = resources
    self.plan = plan
  }

  /// Whether anything is to be done, or to be looked at.
  public var differs: Bool { change != .same }

  /// Those that count, and those that nothing can be said of.
  public var differences: [Difference] { resources.flatMap(\.differences).filter { $0.effect != .unseen } }
  /// Those of which one side does not show enough to tell.
  public var unseen: [Difference] { resources.flatMap(\.differences).filter { $0.effect == .unseen } }

  /// What the costliest of the differences takes; nil when nothing differs, where only one version is meant for the
  /// provider, and where Rung knows none of the fields that differ.
  public var effect: ChangeEffect? { resources.compactMap(\.effect).max() }

  /// All that in one line: "2 differences; needs a new live event".
  public var verdict: String {
    switch change {
    case .same: return unseen.isEmpty ? "nothing differs" : "nothing differs that can be seen"
    case .added: return "not there yet: the whole plan makes it"
    case .removed: return "not wanted any more: the way back takes it down"
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
    case .interrupts: return "\(count); can be changed, and a session that runs ends by it"
    case .undocumented: return "\(count); no document says whether that can be changed"
    case .atNextStart: return "\(count); taken up at the next start"
    case .inPlace, .unseen, .notJudged, nil: return "\(count); applied in place"
    }
  }

  private func named(_ resources: [ResourceDifference]) -> String {
    let names = resources.map { "a new \($0.noun)" }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
