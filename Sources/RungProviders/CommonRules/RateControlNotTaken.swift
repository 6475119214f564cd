internal import RungSource
internal import RungSpec

extension CommonRules {
  static let rateControlNotTaken = Rule<Measured>(
    "rate-control-not-taken", family: nil, severity: .error,
    summary: "a rendition has a rate control that the provider does not take",
    why: "How the bitrate is held decides what viewers on a thin line get. A mode that is not on the provider's list is refused.",
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
        "the rate control is `\(mode.value.rawValue)`; \(measured.facts.party) takes \(oneOf(allowed.map(\.rawValue)))",
        notes: measured.facts.notes(on: limit),
        help: near.map { "write `rate_control: \($0.rawValue)`" },
        fix: near.map { .replace(mode.place.span, with: $0.rawValue, .unsafe) }, citation: limit.citation)
    }
  }
}
