public import RungSource

/// The requests for one provider: from nothing to playing, and back to nothing. Or from one version to another, and back to
/// nothing from there.
public struct RequestPlan: Sendable {
  /// The provider's id.
  public var provider: TargetID
  /// In the order in which to send them.
  public var steps: [RequestStep]
  /// The way back, in the order in which to send it. May use what `steps` read out of their answers.
  public var teardown: [RequestStep]
  /// The steps change what is there already.
  public var isUpdate = false
  /// What the steps use and none of them reads: empty unless the plan changes what is there.
  public var given: [PlanGiven] = []

  package init(provider: String, steps: [RequestStep], teardown: [RequestStep] = []) {
    self.provider = TargetID(rawValue: provider)
    self.steps = steps
    self.teardown = teardown
  }
}
