internal import RungSource

extension SpecRules {
  static let dashWindowBelowThreeSegments = Rule<Stream>(
    "dash-window-below-three-segments", family: "spec", severity: .warning,
    summary: "a DASH window of fewer than three segments",
    why: "A segment is available once it is complete, and removed when it leaves the window. With fewer than three in it a player that is one request late finds no next segment.",
    citation: Standard.practice("three segments, as RFC 8216 (6.2.2) has it for HLS; DASH gives no number"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {dash: {segment_duration: 6s, window: ⟦10s⟧, min_buffer: 10s}}
        """),
      Example("""
        rung: 1
        name: news
        packaging: {dash: {segment_duration: 6s, window: ⟦10s⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packaging: {dash: {segment_duration: 6s, window: 18s}}
        """)
    ]
  ) { stream, report in
    guard let dash = stream.spec.packaging?.value.dash?.value, let window = dash.window, let segment = dash.segmentDuration,
      segment.value > Seconds(0), let least = segment.value.value.times(Rational(3)), window.value < Seconds(least),
      // A window that holds less than players buffer has a finding of its own.
      dash.minBuffer.map({ $0.value <= window.value }) ?? true
    else { return }
    report.flag(
      window.place, "DASH window of \(window.value.text) is shorter than three segments of \(segment.value.text); expected at least \(Seconds(least).text)",
      notes: [MessageNote("the segment duration is set here", at: segment.place.span)], help: "set \(.dashWindow, Seconds(least).text) or more (60s is usual)")
  }
}
