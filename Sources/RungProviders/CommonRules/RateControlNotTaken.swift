internal import RungSource
internal import RungSpec

extension CommonRules {
  static let rateControlNotTaken = Rule<Measured>(
    "rate-control-not-taken", family: nil, severity: .error,
    summary: "the rate control of a rendition is not supported by the provider",
    why: "Rate control decides how steady the bitrate is for viewers on slow connections. The provider rejects a mode that is not on its list.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, rate_control: ⟦capped-crf⟧, crf: 23}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, rate_control: vbr, crf: 23}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, rate_control: cbr}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.rateControls
    guard let allowed = limit.value else { return }
    for mode in measured.video(\.rateControl) where !allowed.contains(mode.value) {
      // Whatever is not constant varies.
      let near = mode.value != .cbr && allowed.contains(.vbr) ? RateControl.vbr : allowed.first
      report.flag(
        mode.place,
        "rate control `\(mode.value.rawValue)` is not supported by \(measured.facts.party); allowed: \(oneOf(allowed.map(\.rawValue)))",
        notes: measured.facts.notes(on: limit), help: near.map { Help.set(.rateControl, $0.rawValue, at: mode.place.span) },
        citation: limit.citation)
    }
  }
}
