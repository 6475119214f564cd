internal import RungSource

extension Mux {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let create: StepID = "create", update: StepID = "update", embedded: StepID = "embedded-subtitles", generated: StepID = "generated-subtitles",
      files: StepID = "static-renditions", deleteFiles: StepID = "delete-static-renditions", read: StepID = "read", target: StepID = "simulcast-target",
      deleteTarget: StepID = "delete-simulcast-target", disable: StepID = "disable", delete: StepID = "delete"
  }
}
