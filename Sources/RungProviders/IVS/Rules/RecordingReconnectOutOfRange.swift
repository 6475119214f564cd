internal import RungSource
internal import RungSpec

extension IVS {
  static let recordingReconnectOutOfRange = Rule<Fit<IVS>>(
    "recording-reconnect-out-of-range", family: id, severity: .error,
    summary: "a reconnect window of more than 300s, or not of whole seconds",
    why: "The recording configuration takes 0 to 300 whole seconds.",
    citation: Source.reference("RecordingReconnectWindowSeconds: 0 to 300"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording: {reconnect_window: ⟦6m⟧}
        recording:
          destinations: [{url: "s3://archive"}]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording: {reconnect_window: ⟦1500ms⟧}
        recording:
          destinations: [{url: "s3://archive"}]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording: {reconnect_window: 5m}
        recording:
          destinations: [{url: "s3://archive"}]
        """)
    ]
  ) { fit, report in
    guard let window = fit.options.recording?.value.reconnectWindow, let most = IVS.reconnectWindow.value else { return }
    if let seconds = window.value.whole, (0...most).contains(seconds) { return }
    report.flag(window.place, "the reconnect window is \(window.value.text); expected whole seconds, 0s to \(most)s")
  }
}
