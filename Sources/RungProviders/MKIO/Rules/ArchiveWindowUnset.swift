internal import RungSource
internal import RungSpec

extension MKIO {
  static let archiveWindowUnset = Rule<Fit<MKIO>>(
    "archive-window-unset", family: id, severity: .note,
    summary: "nothing says how much is archived",
    why: "A live output needs a window: it is how far viewers can rewind, and what is left to keep when the event ends.",
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
      "no `recording.window` is stated; the live output archives \(MKIO.usualWindow.text)", help: "write `recording: {window: 4h}`",
      missing: "recording.window")
  }
}
