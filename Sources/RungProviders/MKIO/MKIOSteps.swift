internal import RungSource

extension MKIO {
  /// The steps of its plans: what makes one and what looks it up say the same constant.
  enum Step {
    static let liveEvent: StepID = "live-event", asset: StepID = "asset", liveOutput: StepID = "live-output", start: StepID = "start",
      ingest: StepID = "ingest", streamingLocator: StepID = "streaming-locator", streamingEndpoint: StepID = "streaming-endpoint",
      startEndpoint: StepID = "start-endpoint", listPaths: StepID = "list-paths", playback: StepID = "playback",
      changeEvent: StepID = "change-event", deleteOutput: StepID = "delete-output", stop: StepID = "stop",
      deleteEvent: StepID = "delete-event", deleteLocator: StepID = "delete-locator", deleteAsset: StepID = "delete-asset",
      stopEndpoint: StepID = "stop-endpoint", deleteEndpoint: StepID = "delete-endpoint"
  }
}
