public import RungSource

/// The requests for one provider: from creation to playback, and the teardown. Or from one version to another, and the
/// teardown from there.
public struct RequestPlan: Sendable {
  /// The provider's id.
  public var provider: TargetID
  /// In the order in which to send them.
  public var steps: [RequestStep]
  /// The teardown, in the order of sending. May use what `steps` read from their answers.
  public var teardown: [RequestStep]
  /// The steps change something that exists.
  public var isUpdate = false
  /// What the steps use and none of them reads: empty unless the plan changes something that exists.
  public var given: [PlanGiven] = []

  package init(provider: String, steps: [RequestStep], teardown: [RequestStep] = []) {
    self.provider = TargetID(rawValue: provider)
    self.steps = steps
    self.teardown = teardown
  }
}
