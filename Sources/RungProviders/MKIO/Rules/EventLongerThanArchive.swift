internal import RungSource
internal import RungSpec

extension MKIO {
  static let eventLongerThanArchive = Rule<Fit<MKIO>>(
    "event-longer-than-archive", family: id, severity: .warning,
    summary: "the event lasts longer than its archive window",
    why: "What leaves the window is discarded permanently: when the event ends, its beginning is gone.",
    citation: MKIO.Source.ams("live event outputs: content outside archiveWindowLength is discarded"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        kind: event
        duration: 6h
        recording:
          window: ⟦4h⟧
        """, severity: .note),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        kind: event
        duration: ⟦30h⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        kind: event
        duration: 4h
        recording:
          window: 4h
        """)
    ]
  ) { fit, report in
    guard let duration = fit.spec.duration, let most = fit.facts.archiveWindow.value?.upperBound else { return }
    let window = fit.spec.recording?.value.window
    let kept = window?.value ?? most
    guard duration.value > kept else { return }
    report.flag(
      window?.place ?? duration.place, "the event lasts \(duration.value.text); the archive keeps only the last \(kept.text)",
      severity: window == nil ? nil : .note, notes: window == nil ? fit.facts.notes(on: fit.facts.archiveWindow, fit.facts.archiveAdvice) : [],
      help: duration.value <= most ? "set \(.recordingWindow, duration.value.text) to keep all of it" : "record the whole event elsewhere as well")
  }
}
