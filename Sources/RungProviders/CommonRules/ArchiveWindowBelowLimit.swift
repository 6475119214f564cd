internal import RungSource
internal import RungSpec

extension CommonRules {
  static let archiveWindowBelowLimit = Rule<Measured>(
    "archive-window-below-limit", family: nil, severity: .error,
    summary: "the recording window is shorter than the provider allows",
    why: "A playlist needs a few segments. The provider rejects an archive below its minimum.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        recording:
          window: ⟦30s⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        recording:
          window: 1m
        """)
    ]
  ) { measured, report in
    let facts = measured.facts
    guard let window = measured.stream.spec.recording?.value.window, let least = facts.archiveWindow.value?.lowerBound,
      window.value < least
    else { return }
    report.flag(
      window.place, "\(path: .recordingWindow) is \(window.value.text); \(facts.party) archives at least \(least.text)",
      notes: [facts.archiveWindow.note].compactMap { $0 }, help: "set \(path: .recordingWindow, least.text)",
      citation: facts.archiveMinimumSource ?? facts.archiveWindow.citation)
  }
}
