internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let notWholeSeconds = Rule<Fit<Tenbyte>>(
    "not-whole-seconds", family: id, severity: .error,
    summary: "a duration is not a whole number of seconds",
    why: "Tenbyte counts the time-shift window and the minimum buffer of DASH in whole seconds. Rung does not round values without saying so.",
    citation: Source.reference("packaging.dash: window_s and min_buffer_s, integers"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: fmp4}
          dash: {window: 60s, min_buffer: ⟦2500ms⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: fmp4}
          dash: {window: 60s, min_buffer: 3s}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: fmp4}
          dash: {window: 1m, min_buffer: 2000ms}
        """)
    ]
  ) { fit, report in
    guard let dash = fit.spec.packaging?.value.dash?.value else { return }
    for (key, time) in [(SpecKey.dashWindow, dash.window), (SpecKey.dashMinBuffer, dash.minBuffer)] {
      guard let time, time.value.whole == nil else { continue }
      let near = time.value.value.rounded.map { Seconds(max(1, $0)) }
      report.flag(
        time.place, "\(key) is \(time.value.text); Tenbyte requires whole seconds", help: near.map { Help.set(key, $0.text, at: time.place.span) })
    }
  }
}
