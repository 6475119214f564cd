internal import RungSource

extension Tenbyte {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let create: StepID = "create", stop: StepID = "stop", delete: StepID = "delete"
  }
}
