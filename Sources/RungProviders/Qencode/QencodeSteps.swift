internal import RungSource

extension Qencode {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let token: StepID = "token", tokenToStop: StepID = "token-to-stop", domain: StepID = "domain", create: StepID = "create",
      read: StepID = "read", update: StepID = "update", deletePublicID: StepID = "delete-public-id", start: StepID = "start",
      ingest: StepID = "ingest", stop: StepID = "stop", stopToChange: StepID = "stop-to-change", delete: StepID = "delete",
      playbackID: StepID = "playback-id", simulcast: StepID = "simulcast", deleteSimulcast: StepID = "delete-simulcast"
  }
}
