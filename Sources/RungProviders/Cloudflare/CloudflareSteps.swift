internal import RungSource

extension Cloudflare {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let create: StepID = "create", update: StepID = "update", output: StepID = "output", deleteOutput: StepID = "delete-output",
      read: StepID = "read", delete: StepID = "delete"
  }
}
