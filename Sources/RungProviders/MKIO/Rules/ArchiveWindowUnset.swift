internal import RungSource
internal import RungSpec

extension MKIO {
  static let archiveWindowUnset = Rule<Fit<MKIO>>(
    "archive-window-unset", family: id, severity: .note,
    summary: "the archive window is not set",
    why: "A live output requires a window: it is how far viewers can rewind, and how much is kept when the event ends.",
    citation: MKIO.Source.reference("LiveOutputPutProperties.archiveWindowLength, required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦mkio⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        recording:
          window: 4h
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        kind: event
        duration: 3h
        """)
    ]
  ) { fit, report in
    guard !fit.isWritten("recording", "window"), fit.spec.duration == nil else { return }
    report.flag(
      fit.spec.recording == nil ? fit.measured.target : fit.stream.sectionPlace("recording"),
      "\(path: .recordingWindow) is not set; the live output archives \(MKIO.usualWindow.text)", help: "set \(.recording, "{window: 4h}")",
      missing: "recording.window")
  }
}
