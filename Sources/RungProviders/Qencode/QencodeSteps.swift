internal import RungSource

extension Qencode {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let token: StepID = "token"
    static let tokenToStop: StepID = "token-to-stop"
    static let domain: StepID = "domain"
    static let create: StepID = "create"
    static let read: StepID = "read"
    static let update: StepID = "update"
    static let deletePublicID: StepID = "delete-public-id"
    static let start: StepID = "start"
    static let ingest: StepID = "ingest"
    static let stop: StepID = "stop"
    static let stopToChange: StepID = "stop-to-change"
    static let delete: StepID = "delete"
    static let playbackID: StepID = "playback-id"
    static let simulcast: StepID = "simulcast"
    static let deleteSimulcast: StepID = "delete-simulcast"
  }
}
