internal import RungSource

extension SpecRules {
  static let dashWindowBelowBuffer = Rule<Stream>(
    "dash-window-below-buffer", family: "spec", severity: .error,
    summary: "the DASH window is shorter than the buffer that players must fill",
    why: "A player loads `min_buffer` before it starts. If the window holds less than that, the first segment is removed before the last one is available.",
    citation: Standard.dash("segments are available for timeShiftBufferDepth; playback starts with minBufferTime loaded"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {dash: {window: ⟦10s⟧, min_buffer: 20s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packaging: {dash: {window: 20s, min_buffer: 20s}}
        """),
      Example("""
        rung: 1
        name: news
        packaging: {dash: {window: 60s, min_buffer: 4s}}
        """)
    ]
  ) { stream, report in
    guard let dash = stream.spec.packaging?.value.dash?.value, let window = dash.window, let buffer = dash.minBuffer, window.value < buffer.value
    else { return }
    report.flag(
      window.place, "DASH window of \(window.value.text) is shorter than the \(buffer.value.text) that players buffer before they start",
      notes: [MessageNote("the buffer is set here", at: buffer.place.span)], help: "set \(path: .dashWindow) to several times \(path: .dashMinBuffer)")
  }
}
