internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let rateFactorNotWhole = Rule<Fit<Tenbyte>>(
    "rate-factor-not-whole", family: id, severity: .error,
    summary: "a constant rate factor that is not a whole number",
    why: "Tenbyte's `crf` is an integer from 0 to 51. Rung does not round values without saying so.",
    citation: Source.reference("ladder.video[].crf: integer, 0 to 51"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, crf: ⟦23.5⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, crf: 24}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, crf: 23}
        """)
    ]
  ) { fit, report in
    guard let ladder = fit.ladder, ladder.media == .video else { return }
    var seen: Set<SourceSpan> = []
    for factor in ladder.renditions.compactMap(\.value.crf) {
      guard factor.value.whole == nil, let near = factor.value.value.rounded, seen.insert(factor.place.span).inserted else { continue }
      report.flag(
        factor.place, "\(.crf, factor.value.text) is not a whole number; Tenbyte's field holds no other",
        help: Help.set(.crf, "\(near)", at: factor.place.span, note: "the nearest"))
    }
  }
}
