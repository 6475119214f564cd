/// The requests for one provider: from nothing to playing, and back to nothing.
public struct RequestPlan: Sendable {
  /// The provider's id.
  public var provider: String
  /// In the order in which to send them.
  public var steps: [RequestStep]
  /// The way back, in the order in which to send it. May use what `steps` read out of their answers.
  public var teardown: [RequestStep]

  package init(provider: String, steps: [RequestStep], teardown: [RequestStep] = []) {
    self.provider = provider
    self.steps = steps
    self.teardown = teardown
  }
}
