internal import RungSource
internal import RungSpec

extension CommonRules {
  static let archiveWindowAboveLimit = Rule<Measured>(
    "archive-window-above-limit", family: nil, severity: .error,
    summary: "the recording window is longer than the provider archives",
    why: "The provider rejects a longer archive, so viewers cannot rewind as far as planned.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        recording:
          window: ⟦10h⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        recording:
          window: ⟦30h⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        recording:
          window: 8h
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            limits: {archive: 168h}
        recording:
          window: 168h
        """)
    ]
  ) { measured, report in
    let facts = measured.facts
    guard let window = measured.stream.spec.recording?.value.window, let most = facts.archiveWindow.value?.upperBound,
      window.value > most
    else { return }
    report.flag(
      window.place, "\(path: .recordingWindow) is \(window.value.text); \(facts.party) archives at most \(most.text)",
      notes: facts.notes(on: facts.archiveWindow, facts.archiveAdvice),
      help: [facts.archiveAdvice.mend, "set \(path: .recordingWindow, most.text)"], citation: facts.archiveWindow.citation)
  }
}
