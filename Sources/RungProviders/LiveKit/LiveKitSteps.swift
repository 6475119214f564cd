internal import RungSource

extension LiveKit {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let create: StepID = "create", update: StepID = "update", delete: StepID = "delete"
  }
}
