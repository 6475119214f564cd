internal import RungSource

extension MKIO {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let liveEvent: StepID = "live-event"
    static let asset: StepID = "asset"
    static let liveOutput: StepID = "live-output"
    static let start: StepID = "start"
    static let ingest: StepID = "ingest"
    static let streamingLocator: StepID = "streaming-locator"
    static let streamingEndpoint: StepID = "streaming-endpoint"
    static let startEndpoint: StepID = "start-endpoint"
    static let listPaths: StepID = "list-paths"
    static let playback: StepID = "playback"
    static let changeEvent: StepID = "change-event"
    static let deleteOutput: StepID = "delete-output"
    static let stop: StepID = "stop"
    static let deleteEvent: StepID = "delete-event"
    static let deleteLocator: StepID = "delete-locator"
    static let deleteAsset: StepID = "delete-asset"
    static let stopEndpoint: StepID = "stop-endpoint"
    static let deleteEndpoint: StepID = "delete-endpoint"
  }
}
